package org.cairn.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.junit.jupiter.api.Test;

class RosterFileTest {

  private static final String MANIFEST =
      "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.orgs,bulk\n";
  private static final String ORGS = "sourcedId,status,name,type\nd,,Our district,district\n";

  @Test
  void readsTheRealDistrict() throws IOException {
    Path zip = Path.of("../config/sample/grand-bend-oneroster-1.2-bulk.zip");
    try (RosterFile file = RosterFile.receive(Files.newInputStream(zip))) {
      assertEquals(20_098, file.rowsTotal());
      assertEquals(List.of("demographics"), file.notImported());
      assertEquals(
          List.of(
              "orgs", "academicSessions", "courses", "classes", "users", "roles", "enrollments"),
          file.kinds());
    }
  }

  @Test
  void goesOnBehindItsPosition() {
    byte[] zip = zip("manifest", MANIFEST + "file.users,bulk\n", "orgs", ORGS, "users", users(5));
    try (RosterFile first = spooled(zip);
        RosterFile second = spooled(zip)) {
      for (int i = 0; i < 4; i++) {
        first.next();
      }
      second.skipTo(first.position());
      assertEquals(first.next(), second.next());
      assertEquals(first.next(), second.next());
      assertNull(second.next());
    }
  }

  @Test
  void keepsOnlyTheColumnsThatCairnKeeps() {
    String users = "sourcedId,enabledUser,givenName,familyName,phone,password\na,true,A,B,555,pw\n";
    try (RosterFile file =
        spooled(zip("manifest", MANIFEST.replace("orgs", "users"), "users", users))) {
      assertEquals(
          Map.of("sourcedId", "a", "enabledUser", "true", "givenName", "A", "familyName", "B"),
          file.next().cells());
    }
  }

  @Test
  void takesAByteOrderMarkAndUmlauts() {
    String orgs = "\uFEFFsourcedId,name,type\nd,Größenwahn,district\n";
    try (RosterFile file = spooled(zip("manifest", MANIFEST, "orgs", orgs))) {
      assertEquals("Größenwahn", file.next().cells().get("name"));
    }
  }

  @Test
  void leavesNoFileBehind() throws IOException {
    long before = temporaryFiles();
    RosterFile.receive(new ByteArrayInputStream(zip("manifest", MANIFEST, "orgs", ORGS))).close();
    refused(zip("manifest", MANIFEST));
    refused(new byte[] {1, 2, 3});
    assertEquals(before, temporaryFiles());
  }

  @Test
  void refusesOtherEncodings() {
    for (String charset : List.of("ISO-8859-1", "UTF-16")) {
      byte[] orgs = ORGS.replace("Our", "Größe").getBytes(Charset.forName(charset));
      Map<String, byte[]> files = new LinkedHashMap<>();
      files.put("manifest.csv", MANIFEST.getBytes(StandardCharsets.UTF_8));
      files.put("orgs.csv", orgs);
      assertEquals(RosterProblem.ROSTER_FILE_INVALID, refused(zipOf(files)).problem());
    }
  }

  @Test
  void namesAMissingColumn() {
    assertEquals(
        List.of(new FieldError("orgs.csv#type", "a column")),
        refused(zip("manifest", MANIFEST, "orgs", "sourcedId,name\nd,District\n")).errors());
  }

  @Test
  void namesAMissingFile() {
    assertEquals("orgs.csv", refused(zip("manifest", MANIFEST)).errors().get(0).field());
  }

  @Test
  void refusesAnUnclosedQuote() {
    String orgs = ORGS + "e,,\"never closed,school\nf,,Another,school\n";
    assertEquals(
        "orgs.csv", refused(zip("manifest", MANIFEST, "orgs", orgs)).errors().get(0).field());
  }

  @Test
  void refusesARowWithoutEnd() {
    String orgs = ORGS + "e,,\"" + "x".repeat(1 << 20) + "\",school\n";
    assertEquals(
        RosterProblem.ROSTER_FILE_INVALID,
        refused(zip("manifest", MANIFEST, "orgs", orgs)).problem());
  }

  @Test
  void refusesADelta() {
    assertEquals(
        RosterProblem.DELTA_NOT_SUPPORTED,
        refused(zip("manifest", MANIFEST.replace("bulk", "delta"), "orgs", ORGS)).problem());
  }

  @Test
  void refusesAnOlderVersion() {
    assertEquals(
        RosterProblem.ONEROSTER_VERSION_UNSUPPORTED,
        refused(zip("manifest", MANIFEST.replace("1.2", "1.1"), "orgs", ORGS)).problem());
  }

  @Test
  void refusesPathTricksAndForeignFiles() {
    for (String name :
        List.of(
            "../orgs.csv", "/orgs.csv", "sub/orgs.csv", "..\\orgs.csv", "orgs.csv/", "evil.sh")) {
      Map<String, byte[]> files = new LinkedHashMap<>();
      files.put("manifest.csv", MANIFEST.getBytes(StandardCharsets.UTF_8));
      files.put(name, ORGS.getBytes(StandardCharsets.UTF_8));
      assertEquals(RosterProblem.ROSTER_FILE_UNSAFE, refused(zipOf(files)).problem(), name);
    }
  }

  @Test
  void refusesTheSameFileTwice() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (String name : List.of("manifest.csv", "orgs.csv", "orgs.csv")) {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write((name.startsWith("m") ? MANIFEST : ORGS).getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
      }
    }
    assertEquals(RosterProblem.ROSTER_FILE_UNSAFE, refused(bytes.toByteArray()).problem());
  }

  @Test
  void refusesALinkInTheZip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry link = new ZipArchiveEntry("orgs.csv");
      link.setUnixMode(0120777);
      zip.putArchiveEntry(link);
      zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
    }
    assertEquals(RosterProblem.ROSTER_FILE_UNSAFE, refused(bytes.toByteArray()).problem());
  }

  @Test
  void refusesABomb() {
    String bomb = ORGS + "e,,Zeros,school\n".repeat(10) + "\n".repeat(8 << 20);
    assertEquals(
        RosterProblem.ROSTER_FILE_UNSAFE,
        refused(zip("manifest", MANIFEST, "orgs", bomb)).problem());
  }

  @Test
  void refusesMoreBytesThanTheDirectorySays() {
    byte[] zip = zip("manifest", MANIFEST, "orgs", ORGS + "e,,Another,school\n".repeat(100));
    int directory = lastIndexOf(zip, "orgs.csv") - 46;
    zip[directory + 24] = 40;
    zip[directory + 25] = 0;
    assertEquals(RosterProblem.ROSTER_FILE_UNSAFE, refused(zip).problem());
  }

  @Test
  void refusesAMillionEntriesBeforeReadingThem() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 5_000; i++) {
        zip.putNextEntry(new ZipEntry("entry-with-a-long-name-" + i));
      }
    }
    assertEquals(RosterProblem.ROSTER_FILE_UNSAFE, refused(bytes.toByteArray()).problem());
  }

  @Test
  void refusesWhatIsNoZip() {
    for (byte[] body : List.of(new byte[0], ORGS.getBytes(StandardCharsets.UTF_8))) {
      assertEquals(RosterProblem.ROSTER_FILE_INVALID, refused(body).problem());
    }
  }

  @Test
  void refusesATruncatedZip() {
    byte[] zip = zip("manifest", MANIFEST, "orgs", ORGS);
    for (int length = 0; length < zip.length; length++) {
      refused(java.util.Arrays.copyOf(zip, length));
    }
  }

  @Test
  void stopsReadingABodyWithoutEnd() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            return length;
          }
        };
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> RosterFile.receive(endless));
    assertEquals(CommonProblem.BODY_TOO_LARGE, refusal.problem());
  }

  private static ProblemException refused(byte[] zip) {
    return assertThrows(
        ProblemException.class, () -> RosterFile.receive(new ByteArrayInputStream(zip)).close());
  }

  private static RosterFile spooled(byte[] zip) {
    return RosterFile.spooled(new ByteArrayInputStream(zip));
  }

  private static String users(int count) {
    List<String> lines = new ArrayList<>(List.of("sourcedId,enabledUser,givenName,familyName"));
    for (int i = 0; i < count; i++) {
      lines.add("u" + i + ",true,A,B");
    }
    return String.join("\n", lines);
  }

  private static byte[] zip(String... namesAndTexts) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i] + ".csv", namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return zipOf(files);
  }

  private static byte[] zipOf(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static int lastIndexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(text);
  }

  private static long temporaryFiles() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("cairn-roster-"))
          .count();
    }
  }
}
