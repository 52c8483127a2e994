package org.cairn.roster;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;

/**
 * A zip from outside: only OneRoster's own files, at the top, each once, none encrypted or linked,
 * and never more bytes than the limits, whatever its headers say.
 */
final class SafeZip implements Closeable {

  static final long MOST_BYTES_IN_ENTRY = 512L << 20;
  static final long MOST_BYTES = 1L << 30;
  private static final long MOST_DIRECTORY_BYTES = 64L << 10;
  private static final int MOST_RATIO = 200;
  private static final long BYTES_BEFORE_RATIO_COUNTS = 1L << 20;

  private static final Set<String> FILES =
      Set.of(
          "academicSessions",
          "categories",
          "classes",
          "classResources",
          "courseResources",
          "courses",
          "demographics",
          "enrollments",
          "lineItemLearningObjectiveIds",
          "lineItemScoreScales",
          "lineItems",
          "manifest",
          "orgs",
          "resources",
          "resultLearningObjectiveIds",
          "resultScoreScales",
          "results",
          "roles",
          "scoreScales",
          "userProfiles",
          "userResources",
          "users");

  private final ZipFile zip;
  private final Set<String> names = new HashSet<>();

  private SafeZip(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * Opens and checks what can be checked without unpacking.
   *
   * @throws ProblemException {@code ROSTER_FILE_INVALID} for no zip, {@code ROSTER_FILE_UNSAFE}
   */
  static SafeZip open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long directory = ZipDirectory.length(channel);
      if (directory < 0) {
        throw noZip();
      }
      if (directory > MOST_DIRECTORY_BYTES) {
        throw unsafe("", "at most " + FILES.size() + " files");
      }
    }
    SafeZip opened = new SafeZip(read(file));
    try {
      opened.checkEntries();
      return opened;
    } catch (ProblemException e) {
      opened.close();
      throw e;
    }
  }

  boolean has(String name) {
    return names.contains(name);
  }

  /** The entry's bytes; reading past what the directory says, or past the ratio, is refused. */
  InputStream read(String name) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(name);
    long byRatio = Math.max(BYTES_BEFORE_RATIO_COUNTS, entry.getCompressedSize() * MOST_RATIO);
    return new LimitedStream(
        zip.getInputStream(entry),
        Math.min(entry.getSize(), byRatio),
        () -> unsafe(name, "no more bytes than a roster file has"));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static ZipFile read(Path file) throws IOException {
    try {
      return ZipFile.builder().setPath(file).get();
    } catch (IOException | IllegalArgumentException e) {
      throw noZip();
    }
  }

  private void checkEntries() {
    long bytes = 0;
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    for (ZipArchiveEntry entry : entries) {
      check(entry);
      bytes += entry.getSize();
    }
    if (bytes > MOST_BYTES) {
      throw unsafe("", "at most " + (MOST_BYTES >> 20) + " MiB when unpacked");
    }
    if (!has(Manifest.FILE)) {
      throw RosterProblem.ROSTER_FILE_INVALID.with(
          "The zip has no manifest at its top level.",
          new FieldError(Manifest.FILE, "a file that says what the zip holds"));
    }
  }

  private void check(ZipArchiveEntry entry) {
    String name = entry.getName();
    boolean known = name.endsWith(".csv") && FILES.contains(name.substring(0, name.length() - 4));
    if (!known || entry.isDirectory() || entry.isUnixSymlink()) {
      throw unsafe("", "nothing but OneRoster's own CSV files, at the top level");
    }
    if (!names.add(name)) {
      throw unsafe(name, "once");
    }
    if (!zip.canReadEntryData(entry) || entry.getSize() > MOST_BYTES_IN_ENTRY) {
      throw unsafe(
          name, "not encrypted, at most " + (MOST_BYTES_IN_ENTRY >> 20) + " MiB when unpacked");
    }
  }

  private static ProblemException noZip() {
    return RosterProblem.ROSTER_FILE_INVALID.with("The body is no zip that can be read.");
  }

  private static ProblemException unsafe(String file, String expected) {
    return RosterProblem.ROSTER_FILE_UNSAFE.with(
        "The zip is not unpacked any further.", new FieldError(file, expected));
  }
}
