package org.cairn.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Grand Bend as it is, with its quirks, in 2021 and 2022. */
class RealDistrictStoreIT {

  @Test
  void importsGrandBendAndFindsNothingToDoTheSecondTime() throws IOException {
    District district = new District();
    byte[] zip =
        Files.readAllBytes(
            Path.of(System.getProperty("cairn.config", "../config"))
                .resolve("sample/grand-bend-oneroster-1.2-bulk.zip"));
    RosterImportView done = district.run(zip);
    assertEquals(ImportState.APPLIED, done.state());
    assertEquals(2_901, done.changes().get("users").created());
    assertEquals(2_902, done.changes().get("roles").created());
    assertEquals(13_650, done.changes().get("enrollments").created());
    assertEquals(1_872, done.changes().get("guardianships").created());
    assertEquals(
        List.of("email VALUE_LEFT_OUT"),
        district.errors(done.id()).stream()
            .map(error -> error.field() + " " + error.effect())
            .distinct()
            .toList());
    assertEquals(
        List.of("3"),
        district.query(
            "select count(*) from user_role where tenant_id = :tenant and role like 'ext_clerk'"));
    assertEquals(
        List.of("2"),
        district.query(
            """
            select count(*) from user_role where tenant_id = :tenant and role = 'counselor'
            group by user_id having count(*) > 1
            """));
    assertEquals(
        List.of("6"),
        district.query(
            """
            select count(*) from class c where tenant_id = :tenant and not exists (
              select from enrollment e where e.tenant_id = :tenant and e.class_id = c.id
                and e.role = 'teacher')
            """));

    RosterImportView again = district.run(zip);
    again.changes().forEach((kind, counts) -> assertEquals(0, counts.touched(), kind));
  }
}
