package org.cairn.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cairn.shared.Ids;
import org.cairn.shared.Problem;
import org.cairn.shared.ProblemException;
import org.junit.jupiter.api.Test;

/** What every storage must do, whatever it is made of. */
abstract class ObjectStoreContract {

  private static final String JSON = "application/json";

  /** Longer than a block of any storage's upload. */
  private static final int LARGE = (17 << 20) + 7;

  /** A tenant of this test's own. */
  private final String tenant = "t" + Ids.next();

  abstract ObjectStore store();

  @Test
  void givesBackWhatWasPut() throws IOException {
    StoredObject put = put("a/b.json", "{\"a\":1}");
    assertEquals("a/b.json", put.path());
    assertEquals(7, put.size());
    assertEquals(hash("{\"a\":1}".getBytes(StandardCharsets.UTF_8)), put.sha256());
    assertEquals("{\"a\":1}", text("a/b.json"));
    assertEquals(Optional.of(put), store().stat(key("a/b.json")));
    assertEquals(JSON, put.mediaType());
  }

  @Test
  void streamsWhatIsLargerThanABlock() throws IOException {
    byte[] large = new byte[LARGE];
    new Random(1).nextBytes(large);
    store()
        .put(
            key("large"),
            JSON,
            hash(large),
            out -> {
              // In odd parts, as they come from a network.
              for (int at = 0; at < LARGE; at += 9_973) {
                out.write(large, at, Math.min(9_973, LARGE - at));
              }
            });
    try (InputStream bytes = store().get(key("large"), 0, Long.MAX_VALUE)) {
      assertArrayEquals(large, bytes.readAllBytes());
    }
    try (InputStream part = store().get(key("large"), (16 << 20) - 3, 10)) {
      byte[] expected = new byte[10];
      System.arraycopy(large, (16 << 20) - 3, expected, 0, 10);
      assertArrayEquals(expected, part.readAllBytes());
    }
  }

  @Test
  void givesParts() throws IOException {
    put("digits", "0123456789");
    assertEquals("0", part(0, 1));
    assertEquals("345", part(3, 3));
    assertEquals("89", part(8, 100));
    assertEquals("9", part(9, Long.MAX_VALUE));
  }

  private String part(long from, long length) throws IOException {
    try (InputStream bytes = store().get(key("digits"), from, length)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void putsSeveralTogether() throws IOException {
    put("a/b.json", "before");
    List<StoredObject> stored =
        store().putAll(List.of(given("a/b.json", "one"), given("a/c.json", "three")));
    assertEquals(List.of("a/b.json", "a/c.json"), stored.stream().map(StoredObject::path).toList());
    assertEquals(List.of(3L, 5L), stored.stream().map(StoredObject::size).toList());
    assertEquals(Optional.of(stored.get(1)), store().stat(key("a/c.json")));
    assertEquals("one", text("a/b.json"));
    assertEquals("three", text("a/c.json"));
    assertEquals(List.of(), store().putAll(List.of()));
  }

  private ObjectStore.Given given(String path, String text) {
    return new ObjectStore.Given(
        key(path), JSON, null, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void takesEmptyObjects() throws IOException {
    assertEquals(0, put("empty", "").size());
    assertEquals("", text("empty"));
  }

  @Test
  void putsTheSameTwice() throws IOException {
    StoredObject first = put("same", "same");
    assertEquals(first.sha256(), put("same", "same").sha256());
    assertEquals("same", text("same"));
    assertEquals(1, list("", "", 10).size());
  }

  @Test
  void replacesWhatWasThere() throws IOException {
    put("a", "before, and longer");
    put("a", "after");
    assertEquals("after", text("a"));
    assertEquals(5, store().stat(key("a")).orElseThrow().size());
  }

  @Test
  void aPutThatBreaksOffLeavesNothing() throws IOException {
    assertThrows(
        IllegalStateException.class,
        () ->
            store()
                .put(
                    key("broken"),
                    JSON,
                    null,
                    out -> {
                      out.write(new byte[LARGE]);
                      throw new IllegalStateException("the source broke");
                    }));
    assertTrue(store().stat(key("broken")).isEmpty());
    assertEquals(List.of(), list("", "", 10));
    put("kept", "before");
    assertProblem(
        ArchiveProblem.STORAGE_UNAVAILABLE,
        () ->
            store()
                .put(
                    key("kept"),
                    JSON,
                    null,
                    out -> {
                      throw new IOException("the source broke");
                    }));
    assertEquals("before", text("kept"));
  }

  @Test
  void otherBytesThanAnnouncedAreNotStored() {
    assertProblem(
        ArchiveProblem.OBJECT_DAMAGED,
        () -> store().put(key("other"), JSON, hash(new byte[1]), out -> out.write(1)));
    assertTrue(store().stat(key("other")).isEmpty());
  }

  @Test
  void whatIsNotThereIsAProblem() {
    assertTrue(store().stat(key("nothing")).isEmpty());
    assertProblem(
        ArchiveProblem.OBJECT_NOT_FOUND, () -> store().get(key("nothing"), 0, Long.MAX_VALUE));
    assertFalse(store().delete(key("nothing")));
  }

  @Test
  void deletesOnce() {
    put("gone", "gone");
    assertTrue(store().delete(key("gone")));
    assertFalse(store().delete(key("gone")));
    assertTrue(store().stat(key("gone")).isEmpty());
  }

  @Test
  void anObjectMayStandWhereOthersPathsGoThrough() throws IOException {
    put("a", "one");
    put("a/b", "two");
    put("a/b/c", "three");
    assertEquals("one", text("a"));
    assertEquals("two", text("a/b"));
    assertTrue(store().delete(key("a/b")));
    assertEquals("three", text("a/b/c"));
  }

  @Test
  void listsByBytesAndPages() {
    List<String> paths = List.of("a", "a-b", "a.b", "a/b", "a/b-c", "a/b/c", "a0", "b/a/a", "b1");
    List<String> shuffled = new ArrayList<>(paths);
    java.util.Collections.shuffle(shuffled, new Random(3));
    shuffled.forEach(path -> put(path, path));
    for (int size = 1; size <= paths.size() + 1; size++) {
      List<String> found = new ArrayList<>();
      List<String> page = list("", "", size);
      while (!page.isEmpty()) {
        assertTrue(page.size() <= size);
        found.addAll(page);
        page = list("", found.get(found.size() - 1), size);
      }
      assertEquals(paths, found);
    }
  }

  @Test
  void listsWhatBeginsAlike() {
    List.of("a/b", "a/bc/d", "a/c", "b").forEach(path -> put(path, path));
    assertEquals(List.of("a/b", "a/bc/d"), list("a/b", "", 10));
    assertEquals(List.of("a/b", "a/bc/d", "a/c"), list("a/", "", 10));
    assertEquals(List.of("a/c"), list("a/", "a/bc/d", 10));
    assertEquals(List.of(), list("c", "", 10));
  }

  @Test
  void tenantsAndContainersAreApart() {
    put("mine", "mine");
    String other = "t" + Ids.next();
    assertEquals(List.of(), store().list(other, Container.REPORTS, "", "", 10));
    assertEquals(List.of(), store().list(tenant, Container.STORY_RUBRICS, "", "", 10));
    assertTrue(
        store().stat(new ObjectKey(other, Container.REPORTS, new ObjectPath("mine"))).isEmpty());
  }

  @Test
  void whoReadsSeesOneOfTwoWritesAndNoMixture() throws Exception {
    put("raced", "0".repeat(50_000));
    ExecutorService writers = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> writes = new ArrayList<>();
      for (int i = 1; i <= 9; i++) {
        String digit = String.valueOf(i);
        writes.add(writers.submit(() -> put("raced", digit.repeat(50_000))));
      }
      Callable<Void> reading =
          () -> {
            for (int i = 0; i < 20; i++) {
              String read = text("raced");
              assertEquals(read.substring(0, 1).repeat(50_000), read);
            }
            return null;
          };
      writes.add(writers.submit(reading));
      for (Future<?> write : writes) {
        write.get();
      }
    } finally {
      writers.shutdownNow();
    }
  }

  private StoredObject put(String path, String text) {
    return store()
        .put(key(path), JSON, null, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private String text(String path) throws IOException {
    try (InputStream bytes = store().get(key(path), 0, Long.MAX_VALUE)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<String> list(String prefix, String after, int limit) {
    return store().list(tenant, Container.REPORTS, prefix, after, limit).stream()
        .map(StoredObject::path)
        .toList();
  }

  private ObjectKey key(String path) {
    return new ObjectKey(tenant, Container.REPORTS, new ObjectPath(path));
  }

  static void assertProblem(Problem expected, org.junit.jupiter.api.function.Executable call) {
    assertEquals(expected, assertThrows(ProblemException.class, call).problem());
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
