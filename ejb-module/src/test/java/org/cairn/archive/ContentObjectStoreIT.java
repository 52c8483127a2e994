package org.cairn.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cairn.caller.Tenants;
import org.cairn.shared.Page;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.Wired;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentObjectStoreIT {

  private static final String STORIES = "master-narratives";

  @TempDir Path folder;

  private final String tenant = TestDatabase.newTenant();
  private final String other = TestDatabase.newTenant();

  /** Of today, since the storage has the machine's own clock. */
  private final Instant began = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private Instant now = began;

  @Test
  void whatWasPutIsReadByItsDistrictAlone() throws IOException {
    ContentObjectView put = put(tenant, "a/b.json", "{}");
    assertEquals(STORIES, put.container());
    assertEquals(2, put.size());
    assertFalse(put.shared());
    assertEquals(
        "/api/v1/content/files/" + put.version() + "/master-narratives/a/b.json", put.url());
    assertEquals("{}", text(tenant, "a/b.json"));
    assertEquals(put, reading(tenant, objects -> objects.find(STORIES, "a/b.json").view()));
    assertNotFound(other, "a/b.json");
  }

  @Test
  void anotherVersionTakesThePlaceAndTheOneBeforeStaysReadable() throws IOException {
    ContentObjectView first = put(tenant, "a", "{\"v\": 1}");
    now = began.plusSeconds(60);
    ContentObjectView second = put(tenant, "a", "{\"v\": 2}");
    assertEquals("{\"v\": 2}", text(tenant, "a"));
    assertEquals("{\"v\": 1}", text(tenant, "a", first.version()));
    assertEquals(List.of(second), page(tenant, "a", null, null).items());
    // And back again.
    assertEquals(first.version(), put(tenant, "a", "{\"v\": 1}").version());
    assertEquals("{\"v\": 1}", text(tenant, "a"));
    assertEquals("{\"v\": 2}", text(tenant, "a", second.version()));
  }

  @Test
  void theSameAgainChangesNothing() {
    ContentObjectView first = put(tenant, "a", "{}");
    now = began.plusSeconds(60);
    assertEquals(first, put(tenant, "a", "{}"));
  }

  @Test
  void pagesByPath() {
    List<String> paths = List.of("a", "a-b", "a/b", "a/c", "b");
    paths.forEach(path -> put(tenant, path, "{}"));
    put(other, "c", "{}");
    List<String> found = new ArrayList<>();
    Page<ContentObjectView> page = page(tenant, null, null, 2);
    while (true) {
      page.items().stream().filter(each -> !each.shared()).forEach(each -> found.add(each.path()));
      if (page.next() == null) {
        break;
      }
      page = page(tenant, null, page.next(), 2);
    }
    assertEquals(paths, found);
    assertEquals(
        List.of("a/b", "a/c"),
        page(tenant, "a/", null, null).items().stream().map(ContentObjectView::path).toList());
  }

  @Test
  void sharedObjectsAreEverybodysAndADistrictsOwnComeFirst() throws IOException {
    String path = "shared-" + tenant;
    put(Tenants.SHARED, path, "{\"by\": \"all\"}");
    assertEquals("{\"by\": \"all\"}", text(tenant, path));
    assertTrue(reading(tenant, objects -> objects.find(STORIES, path).view()).shared());
    put(tenant, path, "{\"by\": \"us\"}");
    assertEquals("{\"by\": \"us\"}", text(tenant, path));
    assertEquals("{\"by\": \"all\"}", text(other, path));
    assertEquals(1, page(tenant, path, null, null).items().size());
    authoring(tenant, authoring -> remove(authoring, path));
    assertEquals("{\"by\": \"all\"}", text(tenant, path));
    assertThrows(
        ProblemException.class, () -> authoring(tenant, authoring -> remove(authoring, path)));
  }

  @Test
  void whatWasRemovedIsGoneInAllVersions() {
    ContentObjectView first = put(tenant, "a", "{}");
    put(tenant, "a", "[]");
    authoring(tenant, authoring -> remove(authoring, "a"));
    assertNotFound(tenant, "a");
    assertThrows(ProblemException.class, () -> text(tenant, "a", first.version()));
  }

  @Test
  void cleaningRemovesWhatIsForgottenAndWhatNoRowTellsOf() throws IOException {
    ContentObjectView first = put(tenant, "a", "{\"v\": 1}");
    put(tenant, "a", "{\"v\": 2}");
    put(tenant, "b", "{}");
    put(other, "a", "{\"v\": 1}");
    authoring(tenant, authoring -> remove(authoring, "b"));
    assertEquals(0, clean(tenant));
    assertEquals(3, stored(tenant));
    now = began.plus(Duration.ofDays(2));
    assertEquals(1, clean(tenant));
    assertEquals("{\"v\": 1}", text(tenant, "a", first.version()));
    now = began.plus(Duration.ofDays(40));
    assertEquals(1, clean(tenant));
    assertEquals(1, stored(tenant));
    assertEquals("{\"v\": 2}", text(tenant, "a"));
    assertThrows(ProblemException.class, () -> text(tenant, "a", first.version()));
    assertEquals(1, stored(other));
  }

  private int clean(String of) {
    return TestDatabase.inTenant(
        of,
        sql -> {
          ObjectCleanup cleanup = wired(ObjectCleanup.class, sql);
          cleanup.forgetReplaced();
          int removed = 0;
          List<String> page = cleanup.page(null, 2);
          while (!page.isEmpty()) {
            removed += cleanup.removeOrphans(page);
            page = cleanup.page(page.get(page.size() - 1), 2);
          }
          return removed;
        });
  }

  private int stored(String of) {
    return new FileObjectStore(folder).list(of, Container.MASTER_NARRATIVES, "", "", 100).size();
  }

  private static boolean remove(ContentObjectAuthoring authoring, String path) {
    authoring.remove(STORIES, path);
    return true;
  }

  private ContentObjectView put(String of, String path, String text) {
    return authoring(
        of,
        authoring -> {
          Container container = authoring.expect(STORIES, path, "application/json");
          try (ReceivedObject received =
              ReceivedObject.receive(
                  container,
                  "application/json",
                  new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            return authoring.keep(container, path, received);
          }
        });
  }

  private Page<ContentObjectView> page(
      String of, @Nullable String prefix, @Nullable String cursor, @Nullable Integer limit) {
    return authoring(of, authoring -> authoring.page(STORIES, prefix, cursor, limit));
  }

  private String text(String of, String path) throws IOException {
    return text(reading(of, objects -> objects.find(STORIES, path)));
  }

  private String text(String of, String path, String version) throws IOException {
    return text(reading(of, objects -> objects.find(STORIES, path, version)));
  }

  private static String text(ContentObject object) throws IOException {
    try (InputStream bytes = object.open(0, object.view().size())) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void assertNotFound(String of, String path) {
    ProblemException refused = assertThrows(ProblemException.class, () -> text(of, path));
    assertEquals(ArchiveProblem.OBJECT_NOT_FOUND, refused.problem());
  }

  private <T> T reading(String of, Function<ContentObjects, T> work) {
    return TestDatabase.inTenant(of, sql -> work.apply(wired(ContentObjects.class, sql)));
  }

  private <T> T authoring(String of, Function<ContentObjectAuthoring, T> work) {
    return TestDatabase.inTenant(of, sql -> work.apply(wired(ContentObjectAuthoring.class, sql)));
  }

  private <T> T wired(Class<T> type, Object sql) {
    return Wired.of(type, sql, new FileObjectStore(folder), Clock.fixed(now, ZoneOffset.UTC));
  }
}
