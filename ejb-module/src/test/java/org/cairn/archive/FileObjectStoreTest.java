package org.cairn.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileObjectStoreTest extends ObjectStoreContract {

  @TempDir Path folder;

  @Override
  ObjectStore store() {
    return new FileObjectStore(folder);
  }

  private static ObjectKey key() {
    return new ObjectKey("north", Container.REPORTS, new ObjectPath("a/b.json"));
  }

  private void put(String text) {
    store()
        .put(
            key(),
            "application/json",
            null,
            out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theFileIsAHeaderAndTheBytes() throws IOException {
    put("[1]");
    byte[] file = Files.readAllBytes(folder.resolve("north/reports/a/b.json@"));
    assertEquals(256 + 3, file.length);
    assertTrue(new String(file, StandardCharsets.US_ASCII).startsWith("cairn-object/1 "));
    assertTrue(new String(file, StandardCharsets.US_ASCII).endsWith("\n[1]"));
  }

  @Test
  void nothingIsLeftOfWhatWasNotStored() throws IOException {
    put("[1]");
    assertProblem(
        ArchiveProblem.OBJECT_DAMAGED,
        () -> store().put(key(), "application/json", "0".repeat(64), out -> out.write(1)));
    try (Stream<Path> files = Files.list(folder.resolve(".incoming"))) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void nothingIsLeftOfAnyWhereOneCannotBeWritten() throws IOException {
    ObjectStore.Given good =
        new ObjectStore.Given(key(), "application/json", null, out -> out.write(1));
    ObjectStore.Given bad =
        new ObjectStore.Given(
            key(),
            "application/json",
            null,
            out -> {
              throw new IOException("no room");
            });
    assertProblem(ArchiveProblem.STORAGE_UNAVAILABLE, () -> store().putAll(List.of(good, bad)));
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  void aFileThatWasCutIsFound() throws IOException {
    put("[1, 2, 3]");
    Path file = folder.resolve("north/reports/a/b.json@");
    Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 260));
    assertProblem(ArchiveProblem.OBJECT_DAMAGED, () -> store().get(key(), 0, 3));
    Files.write(file, new byte[10]);
    assertProblem(ArchiveProblem.OBJECT_DAMAGED, () -> store().stat(key()));
  }

  @Test
  void aFolderThatCannotBeWrittenIsNoFaultOfTheCaller() throws IOException {
    Path file = Files.writeString(folder.resolve("no-folder"), "");
    ObjectStore nowhere = new FileObjectStore(file);
    assertProblem(
        ArchiveProblem.STORAGE_UNAVAILABLE,
        () -> nowhere.put(key(), "application/json", null, out -> out.write(1)));
  }
}
