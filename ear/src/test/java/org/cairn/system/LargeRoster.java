package org.cairn.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A roster that takes a while: Lakeside with many more users, every hundredth of them wrong. */
public final class LargeRoster {

  private LargeRoster() {}

  /** A zip of it, with so many users more. */
  public static byte[] of(int many) throws IOException {
    Path folder = Path.of(System.getProperty("cairn.root"), "config/sample/lakeside");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        String text = Files.readString(file);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        if (file.endsWith("users.csv")) {
          String[] columns = text.lines().findFirst().orElseThrow().split(",");
          for (int i = 0; i < many; i++) {
            zip.write(user(columns, i).getBytes(StandardCharsets.UTF_8));
          }
        }
      }
    }
    return bytes.toByteArray();
  }

  private static String user(String[] columns, int number) {
    Map<String, String> cells =
        Map.of(
            "sourcedId",
            "many-" + number,
            "enabledUser",
            number % 100 == 0 ? "perhaps" : "true",
            "givenName",
            "A",
            "familyName",
            "Learner");
    return Stream.of(columns)
            .map(column -> cells.getOrDefault(column, ""))
            .collect(Collectors.joining(","))
        + "\r\n";
  }
}
