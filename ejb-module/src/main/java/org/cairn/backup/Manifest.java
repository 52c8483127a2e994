package org.cairn.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a backup consists of. It is written last: what has none is no backup.
 *
 * @param format names the form of manifest and lines
 * @param cut when the backup was begun, as an ISO text
 * @param sealed when its last part was written, as an ISO text
 */
record Manifest(
    String format,
    String tenant,
    UUID id,
    String ruleVersion,
    String cut,
    String sealed,
    long profiles,
    long ledgerRows,
    List<Part> parts) {

  static final String FORMAT = "cairn-profile-backup/1";

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A part.
   *
   * @param file its name beside the others
   * @param after the learner before its first; {@code null} for the first part
   * @param until the last learner that may be in it; {@code null} for the last part
   * @param sha256 of the compressed bytes
   */
  record Part(
      int number,
      String file,
      @Nullable UUID after,
      @Nullable UUID until,
      long profiles,
      long ledgerRows,
      long size,
      String sha256) {

    /** Whether a learner's line would be in it. */
    boolean covers(UUID learner) {
      // As PostgreSQL orders ids, by their text; Java's own order has signs.
      String id = learner.toString();
      return number > 0
          && (after == null || id.compareTo(after.toString()) > 0)
          && (until == null || id.compareTo(until.toString()) <= 0);
    }
  }

  static Manifest read(InputStream json) throws IOException {
    return JSON.readValue(json, Manifest.class);
  }

  byte[] json() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same backup with another part in the place of one. */
  Manifest with(Part other) {
    List<Part> others =
        parts.stream().map(part -> part.number() == other.number() ? other : part).toList();
    return new Manifest(
        format,
        tenant,
        id,
        ruleVersion,
        cut,
        sealed,
        others.stream().mapToLong(Part::profiles).sum(),
        others.stream().mapToLong(Part::ledgerRows).sum(),
        others);
  }

  Part part(int number) {
    return parts.stream().filter(part -> part.number() == number).findFirst().orElseThrow();
  }

  BackupView view() {
    return new BackupView(
        id,
        Instant.parse(cut),
        Instant.parse(sealed),
        ruleVersion,
        profiles,
        ledgerRows,
        parts.stream().mapToLong(Part::size).sum(),
        parts.stream()
            .map(
                part ->
                    new BackupView.Part(
                        part.number(),
                        part.profiles(),
                        part.ledgerRows(),
                        part.size(),
                        part.sha256()))
            .toList());
  }
}
