package org.cairn.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * One of the two districts of the sample.
 *
 * @param source a OneRoster zip, or a folder with its files
 */
record SampleDistrict(String tenant, String name, Path source) {

  static List<SampleDistrict> all(Home home) {
    Path folder = home.config().resolve("sample");
    return List.of(
        new SampleDistrict(
            "grand-bend", "Grand Bend ISD", folder.resolve("grand-bend-oneroster-1.2-bulk.zip")),
        new SampleDistrict("lakeside", "Lakeside Unified", folder.resolve("lakeside")));
  }

  SampleRoster roster() {
    try {
      return new SampleRoster(Files.isDirectory(source) ? filesOfFolder() : filesOfZip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Map<String, byte[]> filesOfFolder() throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (Stream<Path> paths = Files.list(source)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  private Map<String, byte[]> filesOfZip() throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(source))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
