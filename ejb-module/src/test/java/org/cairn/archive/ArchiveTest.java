package org.cairn.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.cairn.access.Permissions;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.shared.Ids;
import org.cairn.shared.Problem;
import org.cairn.shared.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

  private static final String PDF = "application/pdf";
  private static final String FILE = "summary.pdf";
  private static final int SEGMENT = 1 << 16;

  @TempDir Path folder;

  private final VisibleLearner learner = Permissions.visible(Ids.next());
  private final VisibleLearner other = Permissions.visible(Ids.next());
  private final UUID journey = Ids.next();
  private Callers.Binding bound;

  @BeforeEach
  void bind() {
    bound = Callers.bind(Caller.job("north", "test"));
  }

  @AfterEach
  void unbind() {
    bound.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, SEGMENT - 57, SEGMENT - 16, SEGMENT, 3 * SEGMENT + 5, 1_000_000})
  void givesBackWhatWasPut(int size) throws IOException {
    byte[] bytes = random(size);
    StoredObject put = put(learner, bytes);
    assertEquals(size, put.size());
    assertArrayEquals(bytes, read(learner));
    assertTrue(Archive.isWhole(open(learner), put.sha256()));
    assertFalse(Archive.isWhole(open(learner), "0".repeat(64)));
  }

  @Test
  void theStorageHoldsNothingReadable() throws IOException {
    put(learner, "the child's own words, and many of them".getBytes(StandardCharsets.UTF_8));
    String stored = Files.readString(file(learner, journey), StandardCharsets.ISO_8859_1);
    assertFalse(stored.contains("words"));
  }

  @Test
  void everyAlteredByteIsFound() throws IOException {
    byte[] bytes = random(300);
    put(learner, bytes);
    byte[] stored = Files.readAllBytes(file(learner, journey));
    for (int at = FileHeader.LENGTH; at < stored.length; at++) {
      byte[] altered = stored.clone();
      altered[at] ^= 1;
      Files.write(file(learner, journey), altered);
      assertRefused(ArchiveProblem.OBJECT_DAMAGED, learner);
    }
    Files.write(file(learner, journey), stored);
    assertArrayEquals(bytes, read(learner));
  }

  @Test
  void whatWasCutIsFoundAtWhateverPlace() throws IOException {
    put(learner, random(3 * SEGMENT));
    for (int length : List.of(0, 1, 39, 40, 100, SEGMENT, 2 * SEGMENT, 3 * SEGMENT)) {
      put(learner, random(3 * SEGMENT));
      alter(learner, stored -> Arrays.copyOf(stored, length));
      assertRefused(ArchiveProblem.OBJECT_DAMAGED, learner);
    }
  }

  @Test
  void swappedAndRepeatedSegmentsAreFound() throws IOException {
    put(learner, random(4 * SEGMENT));
    alter(
        learner,
        stored -> {
          byte[] second = Arrays.copyOfRange(stored, SEGMENT, 2 * SEGMENT);
          System.arraycopy(stored, 2 * SEGMENT, stored, SEGMENT, SEGMENT);
          System.arraycopy(second, 0, stored, 2 * SEGMENT, SEGMENT);
          return stored;
        });
    assertRefused(ArchiveProblem.OBJECT_DAMAGED, learner);
    put(learner, random(4 * SEGMENT));
    alter(
        learner,
        stored -> {
          System.arraycopy(stored, SEGMENT, stored, 2 * SEGMENT, SEGMENT);
          return stored;
        });
    assertRefused(ArchiveProblem.OBJECT_DAMAGED, learner);
  }

  @Test
  void noObjectStandsInAnothersPlace() throws IOException {
    UUID another = Ids.next();
    put(learner, random(100));
    Files.createDirectories(file(learner, another).getParent());
    Files.copy(file(learner, journey), file(learner, another));
    assertProblem(
        ArchiveProblem.OBJECT_DAMAGED,
        () -> archive().open(learner, Container.JOURNEY_SUMMARIES, another, FILE).readAllBytes());
    put(other, random(100));
    Files.write(file(other, journey), Files.readAllBytes(file(learner, journey)));
    assertRefused(ArchiveProblem.OBJECT_DAMAGED, other);
  }

  @Test
  void whoHasTheKeyOfOneLearnerReadsNoOthers() throws IOException {
    put(learner, random(100));
    put(other, random(100));
    Files.write(key(learner), Files.readAllBytes(key(other)));
    assertRefused(ArchiveProblem.STORAGE_UNAVAILABLE, learner);
  }

  @Test
  void anErasedLearnersObjectsAreGoneAndWereCopiedInVain() throws IOException {
    put(learner, random(100));
    put(other, random(100));
    byte[] copy = Files.readAllBytes(file(learner, journey));
    archive().erase(learner);
    assertFalse(Files.exists(file(learner, journey)));
    Files.write(file(learner, journey), copy);
    assertRefused(ArchiveProblem.OBJECT_ERASED, learner);
    assertProblem(ArchiveProblem.OBJECT_ERASED, () -> put(learner, random(100)));
    archive().erase(learner);
    assertEquals(100, read(other).length);
  }

  @Test
  void whoIsErasedBeforeAnythingWasStoredIsInNobodysWay() throws IOException {
    archive().erase(other);
    put(learner, random(100));
    assertArrayEquals(random(100), read(learner));
    assertProblem(ArchiveProblem.OBJECT_ERASED, () -> put(other, random(100)));
  }

  @Test
  void severalObjectsAreStoredTogetherButForWhoeverIsErased() throws IOException {
    VisibleLearner third = Permissions.visible(Ids.next());
    put(other, random(7));
    archive().erase(other);
    assertTrue(archive().isErased(other));
    assertFalse(archive().isErased(learner));
    List<Optional<StoredObject>> stored =
        archive()
            .putAll(
                Container.JOURNEY_SUMMARIES,
                FILE,
                PDF,
                List.of(given(learner, 100), given(other, 200), given(third, SEGMENT + 300)));
    assertEquals(
        List.of(100L, 0L, SEGMENT + 300L),
        stored.stream().map(each -> each.map(StoredObject::size).orElse(0L)).toList());
    assertTrue(Archive.isWhole(open(third), stored.get(2).orElseThrow().sha256()));
    assertArrayEquals(random(100), read(learner));
    assertArrayEquals(random(SEGMENT + 300), read(third));
    assertRefused(ArchiveProblem.OBJECT_ERASED, other);
  }

  private Archive.Given given(VisibleLearner owner, int size) {
    return new Archive.Given(owner, journey, () -> new ByteArrayInputStream(random(size)));
  }

  @Test
  void severalServersMakeOneKey() throws Exception {
    ExecutorService servers = Executors.newFixedThreadPool(4);
    try {
      List<Future<byte[]>> sealed =
          java.util.stream.IntStream.range(0, 16)
              .mapToObj(i -> servers.submit(() -> seal("north", learner.id())))
              .toList();
      for (Future<byte[]> each : sealed) {
        try (InputStream opened =
            keys()
                .ofLearner("north", learner.id())
                .newDecryptingStream(new ByteArrayInputStream(each.get()), new byte[0])) {
          assertEquals(1, opened.readAllBytes().length);
        }
      }
    } finally {
      servers.shutdownNow();
    }
  }

  private byte[] seal(String tenant, UUID owner) throws Exception {
    java.io.ByteArrayOutputStream sealed = new java.io.ByteArrayOutputStream();
    try (java.io.OutputStream out =
        keys().ofLearner(tenant, owner).newEncryptingStream(sealed, new byte[0])) {
      out.write(1);
    }
    return sealed.toByteArray();
  }

  @Test
  void anotherMasterKeyOpensNothing() throws IOException {
    put(learner, random(100));
    Files.writeString(
        folder.resolve("master.key"), java.util.Base64.getEncoder().encodeToString(random(32)));
    assertRefused(ArchiveProblem.STORAGE_UNAVAILABLE, learner);
    Files.delete(folder.resolve("master.key"));
    assertRefused(ArchiveProblem.STORAGE_UNAVAILABLE, learner);
    assertFalse(Files.exists(folder.resolve("master.key")));
  }

  @Test
  void aDistrictsObjectsHaveAKeyOfTheirOwn() throws IOException {
    ObjectPath path = new ObjectPath("2026-01-01/profiles.json");
    byte[] bytes = "[]".getBytes(StandardCharsets.UTF_8);
    archive()
        .put(Container.PROFILE_BACKUPS, path, "application/json", new ByteArrayInputStream(bytes));
    try (InputStream opened = archive().open(Container.PROFILE_BACKUPS, path)) {
      assertArrayEquals(bytes, opened.readAllBytes());
    }
    assertEquals(
        List.of(path.text()),
        archive().page(Container.PROFILE_BACKUPS, "", "", 10).items().stream()
            .map(StoredObject::path)
            .toList());
    assertTrue(archive().delete(Container.PROFILE_BACKUPS, path));
  }

  @Test
  void containersTakeWhatTheyAreFor() {
    ObjectPath path = new ObjectPath("a");
    assertThrows(
        IllegalArgumentException.class, () -> archive().open(Container.JOURNEY_SUMMARIES, path));
    assertThrows(
        IllegalArgumentException.class,
        () -> archive().open(learner, Container.PROFILE_BACKUPS, journey, FILE));
    assertThrows(
        IllegalArgumentException.class,
        () -> archive().open(learner, Container.JOURNEY_SUMMARIES, journey, "../summary.pdf"));
  }

  private Archive archive() {
    return new Archive(new FileObjectStore(folder.resolve("objects")), keys());
  }

  private KeyRing keys() {
    return new KeyRing(folder.resolve("keys"), folder.resolve("master.key"));
  }

  private StoredObject put(VisibleLearner owner, byte[] bytes) {
    return archive()
        .put(
            owner,
            Container.JOURNEY_SUMMARIES,
            journey,
            FILE,
            PDF,
            new ByteArrayInputStream(bytes));
  }

  private InputStream open(VisibleLearner owner) {
    return archive().open(owner, Container.JOURNEY_SUMMARIES, journey, FILE);
  }

  private byte[] read(VisibleLearner owner) throws IOException {
    try (InputStream opened = open(owner)) {
      return opened.readAllBytes();
    }
  }

  private void assertRefused(Problem problem, VisibleLearner owner) {
    assertProblem(problem, () -> read(owner));
  }

  private static void assertProblem(
      Problem problem, org.junit.jupiter.api.function.Executable call) {
    assertEquals(problem, assertThrows(ProblemException.class, call).problem());
  }

  /** Alters what is stored behind the header, which is made to fit: only encryption can tell. */
  private void alter(VisibleLearner owner, UnaryOperator<byte[]> alteration) throws IOException {
    byte[] file = Files.readAllBytes(file(owner, journey));
    byte[] sealed = Arrays.copyOfRange(file, FileHeader.LENGTH, file.length);
    byte[] altered = alteration.apply(sealed);
    byte[] header = new FileHeader("0".repeat(64), altered.length, PDF).bytes().array();
    byte[] whole = Arrays.copyOf(header, FileHeader.LENGTH + altered.length);
    System.arraycopy(altered, 0, whole, FileHeader.LENGTH, altered.length);
    Files.write(file(owner, journey), whole);
  }

  private Path file(VisibleLearner owner, UUID about) {
    return folder.resolve(
        "objects/north/journey-summaries/" + owner.id() + "/" + about + "/" + FILE + "@");
  }

  private Path key(VisibleLearner owner) {
    return folder.resolve("keys/north/" + owner.id() + ".key");
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
