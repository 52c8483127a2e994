package org.cairn.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Small secret files that several servers may share: made by one of them, never half. */
final class KeyFiles {

  private KeyFiles() {}

  static Optional<byte[]> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Makes the file, unless somebody else was faster; answers what is in it then. */
  static byte[] make(Path file, byte[] content) throws IOException {
    makeAll(Map.of(file, content));
    return Files.readAllBytes(file);
  }

  /** Makes the files, each unless somebody else was faster; what is in them then is to be read. */
  static void makeAll(Map<Path, byte[]> contents) throws IOException {
    Disk.each(contents.keySet(), file -> link(file, Objects.requireNonNull(contents.get(file))));
    Set<Path> folders = new HashSet<>();
    contents.keySet().forEach(file -> folders.add(folder(file)));
    Disk.each(folders, Disk::forceFolder);
  }

  private static void link(Path file, byte[] content) throws IOException {
    Path draft = draft(file, content);
    try {
      // A link is made only where nothing is yet, for all servers alike.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException faster) {
      // What is there is the key.
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Puts this in the place of what was there. */
  static void replace(Path file, byte[] content) throws IOException {
    Files.move(
        draft(file, content),
        file,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    Disk.forceFolder(folder(file));
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  private static Path draft(Path file, byte[] content) throws IOException {
    Path folder = Files.createDirectories(folder(file));
    // Temporary files are made with mode 0600.
    Path draft = Files.createTempFile(folder, ".key-", ".tmp");
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return draft;
  }
}
