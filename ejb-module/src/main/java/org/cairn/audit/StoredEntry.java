package org.cairn.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the table holds it.
 *
 * @param xact the transaction that wrote it
 * @param content SHA-256 of its canonical form, in hexadecimal
 */
record StoredEntry(UUID id, Instant at, String xact, String content) {

  private static final String FORMAT = "cairn-audit-entry-1";

  /**
   * An entry with its hash.
   *
   * @param columns all of the table, in its order; {@code docs/audit.md} describes their form
   */
  static StoredEntry of(UUID id, Instant at, String xact, @Nullable String... columns) {
    return new StoredEntry(id, at, xact, Sha256.hex(Sha256.join(FORMAT) + Sha256.join(columns)));
  }

  /** A time as it stands in what is hashed. */
  static String micros(Instant at) {
    return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at));
  }
}
