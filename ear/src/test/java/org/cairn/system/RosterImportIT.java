package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The import as a job of the running server: threads without a caller, in their tenant only. */
class RosterImportIT extends SystemTest {

  private static final String IMPORTS = "/api/v1/admin/roster/imports";
  private static final String PEOPLE =
      "select count(*) + sum(hashtext(id::text || given_name || status)) from roster_user";

  @Test
  void theSampleWasAppliedAndIsListed() {
    Client.Answer list = server().as(Person.DAVID_WILSON).get(IMPORTS);
    assertEquals(200, list.status(), list::toString);
    assertEquals("APPLIED", list.body().path("items").path(0).path("state").asText());
  }

  @Test
  void aJobWorksInItsTenantOnlyAndADryRunChangesNothing() throws Exception {
    server().learnerId(Person.NINA_ALVAREZ);
    long grandBend = TestSql.numberAs("grand-bend", PEOPLE);
    long lakeside = TestSql.numberAs("lakeside", PEOPLE);
    Client.Answer received =
        server()
            .as(Person.VICTOR_STONE)
            .post(IMPORTS + "?dryRun=true&threshold=100", "application/zip", renamedLakeside());
    assertEquals(202, received.status(), received::toString);
    JsonNode done = await(received.body().path("id").asText());
    assertEquals("CHECKED", done.path("state").asText(), done::toString);
    assertTrue(done.toString().contains("\"changed\":1"), done::toString);
    assertEquals(lakeside, TestSql.numberAs("lakeside", PEOPLE));
    assertEquals(grandBend, TestSql.numberAs("grand-bend", PEOPLE));
  }

  @Test
  void anotherDistrictsImportIsNotFound() {
    String own =
        server()
            .as(Person.DAVID_WILSON)
            .get(IMPORTS)
            .body()
            .path("items")
            .path(0)
            .path("id")
            .asText();
    assertEquals(200, server().as(Person.DAVID_WILSON).get(IMPORTS + "/" + own).status());
    assertEquals(404, server().as(Person.VICTOR_STONE).get(IMPORTS + "/" + own).status());
  }

  @Test
  void whatIsNoRosterIsRefusedAndStoresNothing() throws SQLException {
    server().learnerId(Person.NINA_ALVAREZ);
    long before = TestSql.numberAs("lakeside", "select count(*) from roster_import");
    Client.Answer refused =
        server()
            .as(Person.VICTOR_STONE)
            .post(IMPORTS, "application/zip", "no zip".getBytes(StandardCharsets.UTF_8));
    assertEquals(422, refused.status(), refused::toString);
    assertEquals(before, TestSql.numberAs("lakeside", "select count(*) from roster_import"));
  }

  @Test
  void onlyADistrictsAdministratorImports() {
    for (Person person : List.of(Person.NINA_ALVAREZ, Person.GRACE_OKAFOR, Person.ROSA_ALVAREZ)) {
      assertEquals(403, server().as(person).get(IMPORTS).status());
    }
  }

  private static JsonNode await(String id) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      JsonNode view = server().as(Person.VICTOR_STONE).get(IMPORTS + "/" + id).body();
      if (view.hasNonNull("finishedAt")) {
        return view;
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("The import did not finish");
  }

  /** The sample's Lakeside with one name changed; its old dates are what a dry run may see. */
  private static byte[] renamedLakeside() throws IOException {
    Path folder = Path.of(System.getProperty("cairn.root"), "config/sample/lakeside");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        String text = Files.readString(file);
        zip.write(text.replace(",Theo,", ",Teo,").getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
