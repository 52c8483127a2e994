package org.cairn.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

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
      String sha256) {}

  Manifest {
    parts = List.copyOf(parts);
  }

  /** A manifest of this format; nothing where it is of another one, such as a later version's. */
  static Optional<Manifest> read(InputStream json) throws IOException {
    JsonNode read = JSON.readTree(json);
    return FORMAT.equals(read.path("format").asText())
        ? Optional.of(JSON.treeToValue(read, Manifest.class))
        : Optional.empty();
  }

  byte[] json() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
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
