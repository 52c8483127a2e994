package org.cairn.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A file that only its owner may read, and that others see whole or not at all. */
public record PrivateFile(Path path) {

  public void write(String text) {
    try {
      // Temporary files are made with mode 0600.
      Path draft = Files.createTempFile(path.getParent(), "." + path.getFileName(), ".tmp");
      Files.writeString(draft, text);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException denied) {
      throw new UncheckedIOException(denied);
    }
  }

  public Optional<String> read() {
    try {
      return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    } catch (IOException denied) {
      throw new UncheckedIOException(denied);
    }
  }

  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException denied) {
      throw new UncheckedIOException(denied);
    }
  }
}
