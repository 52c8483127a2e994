package org.cairn.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's files. */
final class Project {

  private static final Path ROOT = root();

  private Project() {}

  static Path file(String path) {
    return ROOT.resolve(path);
  }

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files below a folder whose names end so, in a fixed order. */
  static List<Path> files(String folder, String suffix) {
    try (Stream<Path> found = Files.walk(file(folder))) {
      return found.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("config/db/migration"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("Not started inside the project");
    }
    return folder;
  }
}
