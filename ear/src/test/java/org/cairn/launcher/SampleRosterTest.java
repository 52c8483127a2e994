package org.cairn.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class SampleRosterTest {

  private static final WeekShift FIVE_YEARS = new WeekShift(260);

  private final SampleRoster roster =
      new SampleRoster(
          Map.of(
              "academicSessions.csv",
              """
              sourcedId,title,type,startDate,endDate,schoolYear
              fall-2021-2022,"2021-2022, Fall",semester,2021-08-23,2021-12-17,2022
              """
                  .getBytes(StandardCharsets.UTF_8)));

  @Test
  void movesDatesAndYearsButNoIds() throws IOException {
    assertEquals(
        """
        sourcedId,title,type,startDate,endDate,schoolYear\r
        fall-2021-2022,"2026-2027, Fall",semester,2026-08-17,2026-12-11,2027\r
        """,
        onlyFile(roster.zip(FIVE_YEARS)));
  }

  @Test
  void makesTheSameBytesAgain() {
    assertArrayEquals(roster.zip(FIVE_YEARS), roster.zip(FIVE_YEARS));
  }

  private static String onlyFile(byte[] bytes) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      assertEquals("academicSessions.csv", zip.getNextEntry().getName());
      return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
