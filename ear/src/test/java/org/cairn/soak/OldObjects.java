package org.cairn.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder of a server's object storage: lays empty objects of long ago, counts what is there.
 */
final class OldObjects {

  private static final int HEADER = 256;
  private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");

  private final Path folder;

  OldObjects(Path folder) {
    this.folder = folder;
  }

  /** So many that rows tell of, and as many that none does. */
  void lay(String tenant, int number) throws IOException, GeneralSecurityException {
    for (int i = 1; i <= number; i++) {
      Path versions = folder.resolve(tenant + "/audio-narration/lesson-" + i + ".mp3");
      Files.createDirectories(versions);
      for (String version : new String[] {"kept", "left over"}) {
        Path object = versions.resolve(sha256(version) + "@");
        String header = "cairn-object/1 " + sha256("") + " 0 audio/mpeg";
        Files.writeString(object, header + " ".repeat(HEADER - 1 - header.length()) + "\n");
        Files.setLastModifiedTime(object, FileTime.from(LONG_AGO));
      }
    }
  }

  /** How many objects a district has, by containers. */
  Map<String, Integer> count(String tenant) throws IOException {
    Map<String, Integer> objects = new TreeMap<>();
    Path all = folder.resolve(tenant);
    if (Files.exists(all)) {
      try (Stream<Path> files = Files.walk(all)) {
        files
            .filter(Files::isRegularFile)
            .forEach(
                file -> objects.merge(all.relativize(file).getName(0).toString(), 1, Integer::sum));
      }
    }
    return objects;
  }

  private static String sha256(String text) throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
