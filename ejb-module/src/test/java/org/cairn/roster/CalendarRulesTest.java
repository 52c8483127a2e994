package org.cairn.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.cairn.shared.FieldError;
import org.junit.jupiter.api.Test;

class CalendarRulesTest {

  private static final NonSchoolDay HOLIDAY =
      new NonSchoolDay(LocalDate.of(2026, 11, 26), "Thanksgiving");

  @Test
  void takesAnIanaZoneAndDays() {
    assertEquals(List.of(), CalendarRules.errors("America/Chicago", List.of(HOLIDAY)));
    assertEquals(List.of(), CalendarRules.errors(null, List.of()));
  }

  @Test
  void refusesOffsetsAndUnknownZones() {
    for (String zone : List.of("+05:00", "GMT+5", "Mars/Base", "")) {
      assertEquals(List.of("/timeZone"), fields(zone));
    }
  }

  @Test
  void namesEachWrongDay() {
    assertEquals(
        List.of(
            "/nonSchoolDays/1/day",
            "/nonSchoolDays/2",
            "/nonSchoolDays/3/day",
            "/nonSchoolDays/3/reason"),
        fields(null, HOLIDAY, HOLIDAY, null, new NonSchoolDay(LocalDate.of(1826, 1, 1), "\u0007")));
  }

  private static List<String> fields(String zone, NonSchoolDay... days) {
    return CalendarRules.errors(zone, Arrays.asList(days)).stream().map(FieldError::field).toList();
  }
}
