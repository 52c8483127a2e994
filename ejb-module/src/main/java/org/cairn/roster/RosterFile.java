package org.cairn.roster;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A roster's zip in a temporary file, whose rows are read one by one in the order that they build
 * on each other. To be closed, which removes the file.
 */
public final class RosterFile implements Closeable {

  /** The largest zip that is taken. */
  public static final long MOST_BYTES = 64L << 20;

  private final Path file;
  private final String sha256;
  private final SafeZip zip;
  private final Manifest manifest;
  private long rowsTotal;
  private int kindIndex;
  private long line;
  private @Nullable CsvRows rows;

  private RosterFile(Path file, String sha256) throws IOException {
    this.file = file;
    this.sha256 = sha256;
    this.zip = SafeZip.open(file);
    try {
      this.manifest = readManifest(zip);
      for (RosterKind kind : manifest.kinds()) {
        requireFile(kind);
      }
    } catch (RuntimeException | IOException e) {
      zip.close();
      throw e;
    }
  }

  /**
   * Takes a zip from outside and checks all that does not need the rows' meaning.
   *
   * @throws ProblemException {@code BODY_TOO_LARGE} and every reason why the zip is no roster
   */
  public static RosterFile receive(InputStream body) {
    RosterFile received = spooled(new LimitedStream(body, MOST_BYTES, RosterFile::tooLarge));
    try {
      received.countRows();
      return received;
    } catch (RuntimeException e) {
      received.close();
      throw e;
    }
  }

  static RosterFile spooled(InputStream bytes) {
    try {
      Path file = Files.createTempFile("cairn-roster-", ".zip");
      try {
        return new RosterFile(file, copy(bytes, file));
      } catch (RuntimeException | IOException e) {
        Files.delete(file);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next row, or {@code null} after the last of the last file. */
  public @Nullable RosterRow next() {
    try {
      while (kindIndex < manifest.kinds().size()) {
        RosterKind kind = manifest.kinds().get(kindIndex);
        if (rows == null) {
          rows = open(kind);
        }
        RosterRow row = rows.next(kind.fileName());
        if (row != null) {
          line = row.line();
          return row;
        }
        nextKind();
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where reading stands, to be kept for {@link #skipTo}: the file's number and the line. */
  public String position() {
    return kindIndex + ":" + line;
  }

  /** Goes on behind a position that was reached before. */
  public void skipTo(String position) {
    String[] parts = position.split(":", 2);
    kindIndex = Integer.parseInt(parts[0]);
    long target = Long.parseLong(parts[1]);
    boolean more = true;
    while (more && line < target) {
      more = next() != null;
    }
  }

  long rowsTotal() {
    return rowsTotal;
  }

  String sha256() {
    return sha256;
  }

  List<String> kinds() {
    return manifest.kinds().stream().map(RosterKind::fileName).toList();
  }

  List<String> notImported() {
    return manifest.notImported();
  }

  InputStream bytes() throws IOException {
    return Files.newInputStream(file);
  }

  @Override
  public void close() {
    try {
      if (rows != null) {
        rows.close();
      }
      zip.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads all files to the end, which also refuses what is no CSV. */
  private void countRows() {
    while (next() != null) {
      rowsTotal++;
    }
  }

  private static ProblemException tooLarge() {
    return CommonProblem.BODY_TOO_LARGE.with(
        "A roster's zip has at most " + (MOST_BYTES >> 20) + " MiB.");
  }

  private void nextKind() throws IOException {
    if (rows != null) {
      rows.close();
    }
    rows = null;
    line = 0;
    kindIndex++;
  }

  private CsvRows open(RosterKind kind) throws IOException {
    return new CsvRows(kind.csv(), zip.read(kind.csv()), kind::keeps);
  }

  private void requireFile(RosterKind kind) throws IOException {
    if (!zip.has(kind.csv())) {
      throw RosterProblem.ROSTER_FILE_INVALID.with(
          "A file that the manifest announces is missing.",
          new FieldError(kind.csv(), "a file in the zip"));
    }
    try (CsvRows opened = open(kind)) {
      requireColumn(kind, opened, RosterKind.SOURCED_ID);
      for (Column column : kind.columns()) {
        if (column.required()) {
          requireColumn(kind, opened, column.name());
        }
      }
    }
  }

  private static void requireColumn(RosterKind kind, CsvRows opened, String column) {
    if (!opened.hasColumn(column)) {
      throw RosterProblem.ROSTER_FILE_INVALID.with(
          "A file lacks a column.", new FieldError(kind.csv() + "#" + column, "a column"));
    }
  }

  private static Manifest readManifest(SafeZip zip) throws IOException {
    Map<String, String> properties = new HashMap<>();
    try (CsvRows lines = new CsvRows(Manifest.FILE, zip.read(Manifest.FILE), column -> true)) {
      for (RosterRow row = lines.next("manifest"); row != null; row = lines.next("manifest")) {
        properties.put(
            row.cells().getOrDefault("propertyName", "").strip(),
            row.cells().getOrDefault("value", "").strip());
      }
    }
    return Manifest.of(properties);
  }

  private static String copy(InputStream bytes, Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
        bytes.transferTo(out);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
