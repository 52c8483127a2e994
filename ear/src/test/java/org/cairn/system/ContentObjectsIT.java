package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Authors hand in objects, everybody in the district reads them, nobody else does. */
class ContentObjectsIT extends SystemTest {

  private static final String OBJECTS = "/api/v1/content/objects/";
  private static final String STORIES = OBJECTS + "master-narratives/";
  private static final String JSON = "application/json";
  private static final String STORY = "{\"title\": \"The lighthouse\"}";

  private final Client author = server().as(Person.KURT_MCCARTHY);
  private final Client learner = server().as(Person.LISA_WOODS);

  /** A path that no other test uses. */
  private final String path = "it-" + UUID.randomUUID() + "/scene-1.json";

  @Test
  void whatAnAuthorStoresItsDistrictReads() {
    Client.Answer stored = put(STORIES + path, JSON, STORY);
    assertEquals(200, stored.status(), stored::toString);
    assertEquals(path, stored.body().path("path").asText());
    assertEquals(STORY.length(), stored.body().path("size").asInt());
    for (Person reader :
        List.of(Person.LISA_WOODS, Person.GABRIELLE_JIMENEZ, Person.EARNEST_BUCK)) {
      Client.Answer read = server().as(reader).get(STORIES + path);
      assertEquals(200, read.status(), read::toString);
      assertEquals(STORY, read.text());
      assertEquals(JSON, header(read, "Content-Type"));
      assertEquals("private, no-cache", header(read, "Cache-Control"));
      assertEquals("nosniff", header(read, "X-Content-Type-Options"));
    }
    assertEquals(404, server().as(Person.NINA_ALVAREZ).get(STORIES + path).status());
    assertEquals(403, server().as(Person.OLGA_OPERATOR).get(STORIES + path).status());
    assertEquals(401, server().asNobody().get(STORIES + path).status());
  }

  @Test
  void aVersionsAddressNeverShowsAnother() {
    String first = put(STORIES + path, JSON, STORY).body().path("url").asText();
    Client.Answer second = put(STORIES + path, JSON, "[\"another\"]");
    assertEquals("[\"another\"]", learner.get(STORIES + path).text());
    Client.Answer old = learner.get(first);
    assertEquals(STORY, old.text());
    assertEquals("private, max-age=31536000, immutable", header(old, "Cache-Control"));
    assertEquals("[\"another\"]", learner.get(second.body().path("url").asText()).text());
    assertEquals(404, server().as(Person.NINA_ALVAREZ).get(first).status());
    assertEquals(404, learner.get(first.replaceFirst("files/..", "files/zz")).status());
  }

  @Test
  void theSameAgainChangesNothing() {
    Client.Answer first = put(STORIES + path, JSON, STORY);
    assertEquals(first.body(), put(STORIES + path, JSON, STORY).body());
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 206, 0, bytes 0-0/10",
    "bytes=2-5, 206, 2345, bytes 2-5/10",
    "bytes=7-, 206, 789, bytes 7-9/10",
    "bytes=-2, 206, 89, bytes 8-9/10",
    "bytes=8-99, 206, 89, bytes 8-9/10",
    "'bytes=0-1,4-5', 200, 0123456789, ''",
    "nonsense, 200, 0123456789, ''"
  })
  void givesParts(String range, int status, String expected, String contentRange) {
    put(STORIES + path, "text/plain", "0123456789");
    Client.Answer part = get(STORIES + path, Map.of("Range", range));
    assertEquals(status, part.status());
    assertEquals(expected, part.text());
    assertEquals(contentRange, header(part, "Content-Range"));
    assertEquals(String.valueOf(expected.length()), header(part, "Content-Length"));
    assertEquals("bytes", header(part, "Accept-Ranges"));
  }

  @Test
  void aPartThatIsNotThereIsRefusedWithTheSize() {
    put(STORIES + path, "text/plain", "0123456789");
    Client.Answer refused = get(STORIES + path, Map.of("Range", "bytes=10-"));
    assertEquals(416, refused.status());
    assertEquals("RANGE_NOT_SATISFIABLE", refused.code());
    assertEquals("bytes */10", header(refused, "Content-Range"));
  }

  @Test
  void conditionsAreKept() {
    String version =
        put(STORIES + path, "text/plain", "0123456789").body().path("version").asText();
    String tag = header(learner.get(STORIES + path), "ETag");
    assertEquals("\"" + version + "\"", tag);
    Client.Answer known = get(STORIES + path, Map.of("If-None-Match", "\"other\", " + tag));
    assertEquals(304, known.status());
    assertEquals("", known.text());
    assertEquals(200, get(STORIES + path, Map.of("If-None-Match", "\"other\"")).status());
    Map<String, String> same = Map.of("Range", "bytes=0-1", "If-Range", tag);
    assertEquals(206, get(STORIES + path, same).status());
    Map<String, String> changed = Map.of("Range", "bytes=0-1", "If-Range", "\"other\"");
    assertEquals(200, get(STORIES + path, changed).status());
  }

  @Test
  void headTellsWithoutTheBytes() {
    put(STORIES + path, JSON, STORY);
    Client.Answer head =
        learner.send(STORIES + path, request -> request.method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, head.status());
    assertEquals("", head.text());
    assertEquals(String.valueOf(STORY.length()), header(head, "Content-Length"));
    assertEquals(JSON, header(head, "Content-Type"));
    assertFalse(header(head, "ETag").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, <html></html>",
    "image/svg+xml, <svg xmlns='http://www.w3.org/2000/svg'/>",
    "text/plain, <script>alert(1)</script>",
    "application/json, no json",
    "audio/mpeg, ID3",
    "'', {}"
  })
  void whatTheContainerDoesNotTakeIsRefused(String type, String body) {
    Client.Answer refused = put(STORIES + path, type, body);
    assertEquals(422, refused.status(), refused::toString);
    assertEquals("OBJECT_TYPE_REFUSED", refused.code());
    assertEquals(404, learner.get(STORIES + path).status());
  }

  @Test
  void eachContainerHasItsLimit() {
    String large = "[" + "1,".repeat(600_000) + "1]";
    assertEquals(200, put(STORIES + path, JSON, large).status());
    assertEquals(large, learner.get(STORIES + path).text());
    Client.Answer refused = put(OBJECTS + "story-rubrics/" + path, JSON, large);
    assertEquals(413, refused.status());
    assertEquals("BODY_TOO_LARGE", refused.code());
  }

  @Test
  void onlyContentsContainersAreThere() {
    for (String container : List.of("journey-summaries", "profile-backups", "nothing")) {
      assertEquals(404, put(OBJECTS + container + "/" + path, JSON, STORY).status());
      assertEquals(404, learner.get(OBJECTS + container + "/" + path).status());
      assertEquals(404, author.get(OBJECTS + container).status());
    }
  }

  @ParameterizedTest
  @CsvSource({"Emma", "a..b", "a%20b", "a/b/c/d/e/f/g/h", ".a", "a@"})
  void whatIsNoPathIsRefused(String wrong) {
    Client.Answer refused = put(STORIES + wrong, JSON, STORY);
    assertEquals(400, refused.status(), refused::toString);
    assertTrue(refused.text().contains("\"path\""), refused::toString);
    assertEquals(4, learner.get(STORIES + wrong).status() / 100);
  }

  @Test
  void onlyAuthorsAndTheDistrictsAdministratorWrite() {
    for (Person other : List.of(Person.LISA_WOODS, Person.EARNEST_BUCK, Person.CHADWICK_GARNER)) {
      Client client = server().as(other);
      assertEquals(403, put(client, STORIES + path, JSON, STORY).status());
      assertEquals(403, client.delete(STORIES + path).status());
      assertEquals(403, client.get(OBJECTS + "master-narratives").status());
    }
    assertEquals(200, put(server().as(Person.DAVID_WILSON), STORIES + path, JSON, STORY).status());
  }

  @Test
  void authorsListPagesAndRemove() {
    String folder = path.replace("scene-1.json", "");
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      paths.add(folder + i);
      assertEquals(200, put(STORIES + folder + i, JSON, STORY).status());
    }
    List<String> found = new ArrayList<>();
    String cursor = "";
    do {
      Client.Answer page =
          author.get(OBJECTS + "master-narratives?limit=2&prefix=" + folder + "&cursor=" + cursor);
      assertEquals(200, page.status(), page::toString);
      page.body().path("items").forEach(item -> found.add(item.path("path").asText()));
      cursor = page.body().path("next").asText("");
    } while (!cursor.isEmpty());
    assertEquals(paths, found);
    String url = put(STORIES + paths.get(0), JSON, STORY).body().path("url").asText();
    assertEquals(204, author.delete(STORIES + paths.get(0)).status());
    assertEquals(404, learner.get(STORIES + paths.get(0)).status());
    assertEquals(404, learner.get(url).status());
    assertEquals(404, author.delete(STORIES + paths.get(0)).status());
  }

  @Test
  void theCleanupRuns() throws InterruptedException {
    put(STORIES + path, JSON, STORY);
    Client admin = server().as(Person.DAVID_WILSON);
    String executions = "/api/v1/admin/jobs/object-cleanup/executions";
    Client.Answer started = start(admin, executions);
    for (int i = 0; i < 100 && started.status() == 409; i++) {
      Thread.sleep(100);
      started = start(admin, executions);
    }
    assertEquals(202, started.status(), started::toString);
    JsonNode run = started.body();
    for (int i = 0; i < 300 && !run.hasNonNull("endedAt"); i++) {
      Thread.sleep(100);
      run = admin.get(executions + "/" + started.body().path("id").asText()).body();
    }
    assertEquals("COMPLETED", run.path("state").asText(), run::toString);
    assertEquals(STORY, learner.get(STORIES + path).text());
  }

  private static Client.Answer start(Client admin, String executions) {
    return admin.post(executions, "Idempotency-Key", UUID.randomUUID().toString(), Map.of());
  }

  private Client.Answer put(String address, String type, String body) {
    return put(author, address, type, body);
  }

  private static Client.Answer put(Client client, String address, String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return client.send(
        address,
        request ->
            (type.isEmpty() ? request : request.header("Content-Type", type))
                .PUT(BodyPublishers.ofByteArray(bytes)));
  }

  private Client.Answer get(String address, Map<String, String> headers) {
    return learner.send(
        address,
        request -> {
          headers.forEach(request::header);
          return request.GET();
        });
  }

  private static String header(Client.Answer answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
