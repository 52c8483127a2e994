package org.cairn.backup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A backup of a district's game profiles, as its manifest tells.
 *
 * @param id the job's run that wrote it
 * @param cutAt when it was begun: what was recorded before is in it
 * @param sealedAt when its last part was written
 * @param ruleVersion the rules of XP that held then
 * @param ledgerRows rows of the profiles' ledgers
 * @param size bytes, compressed
 */
public record BackupView(
    UUID id,
    Instant cutAt,
    Instant sealedAt,
    String ruleVersion,
    long profiles,
    long ledgerRows,
    long size,
    List<Part> parts) {

  public BackupView {
    parts = List.copyOf(parts);
  }

  /**
   * A part, which is an object of its own.
   *
   * @param number from 0, which holds the calendars that days were judged by
   * @param size bytes, compressed
   * @param sha256 of these, in hexadecimal
   */
  public record Part(int number, long profiles, long ledgerRows, long size, String sha256) {}
}
