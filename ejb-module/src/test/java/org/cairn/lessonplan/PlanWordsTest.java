package org.cairn.lessonplan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PlanWordsTest {

  @Test
  void gradesAreTheWordsOfParents() {
    assertEquals("Grade 4", PlanWords.grade("04"));
    assertEquals("Grade 12", PlanWords.grade("12"));
    assertEquals("Kindergarten", PlanWords.grade("KG"));
    assertEquals("Ungraded", PlanWords.grade("UG"));
  }

  @Test
  void aSchoolYearHasTwoYears() {
    assertEquals("School year 2026–27", PlanWords.schoolYear(2027));
    assertEquals("School year 1999–00", PlanWords.schoolYear(2000));
  }

  @Test
  void daysAreTheSchools() {
    Instant night = Instant.parse("2026-03-03T03:00:00Z");
    assertEquals("March 2, 2026", PlanWords.day(night, ZoneId.of("America/Chicago")));
    assertEquals("March 3, 2026", PlanWords.day(night, ZoneId.of("UTC")));
  }

  @Test
  void aBeginningMinuteCounts() {
    assertEquals("0 min", PlanWords.span(0));
    assertEquals("1 min", PlanWords.span(1));
    assertEquals("59 min", PlanWords.span(59 * 60));
    assertEquals("1 h 0 min", PlanWords.span(59 * 60 + 1));
  }
}
