package org.cairn.digest;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * When a district's guardians are mailed their digest.
 *
 * @param revision counts changes, from 0
 * @param enabled whether they are
 * @param weekday on which digests are due
 * @param hour from which on, by the district's clock, 0 to 23
 * @param mailServer whether the installation has a mail server; without one nothing is sent
 * @param changedBy the subject of whoever changed them last
 */
public record DigestSettingsView(
    int revision,
    boolean enabled,
    DayOfWeek weekday,
    int hour,
    boolean mailServer,
    @Nullable String changedBy) {

  static DigestSettingsView unchanged() {
    return new DigestSettingsView(0, true, DayOfWeek.FRIDAY, 16, MailServer.isConfigured(), null);
  }
}
