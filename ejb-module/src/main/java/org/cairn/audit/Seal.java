package org.cairn.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry's place in its tenant's chain.
 *
 * @param number from 1, without a gap
 * @param entryXact the transaction that wrote the entry
 * @param content SHA-256 of the entry, in hexadecimal
 * @param hash SHA-256 of the hash before, the number, the content and the time, in hexadecimal
 */
record Seal(
    long number, UUID entryId, String entryXact, String content, String hash, Instant sealedAt) {

  private static final String FORMAT = "cairn-audit-seal-1";

  /** What the first seal's hash goes on from. */
  static String genesis(String tenant) {
    return Sha256.hex(Sha256.join(FORMAT, tenant));
  }

  /** The seal of an entry after one with that hash. */
  static Seal after(String before, long number, StoredEntry entry, Instant now) {
    return new Seal(
        number,
        entry.id(),
        entry.xact(),
        entry.content(),
        hash(before, number, entry.content(), now),
        now);
  }

  /** Whether this seal follows one with that hash. */
  boolean follows(String before) {
    return hash.equals(hash(before, number, content, sealedAt));
  }

  private static String hash(String before, long number, String content, Instant sealedAt) {
    return Sha256.hex(
        Sha256.join(before, Long.toString(number), content, StoredEntry.micros(sealedAt)));
  }
}
