package org.cairn.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A guardian's digest that is claimed: it is to be sent, and then settled.
 *
 * @param week its Monday
 * @param mail what is to be sent; {@code null} where there is nothing to tell
 */
public record Letter(LocalDate week, UUID guardianId, @Nullable Mail mail) {

  /**
   * A mail.
   *
   * @param key names it for ever: the same digest has the same one
   * @param to the address in the roster
   * @param html the same as the text
   */
  record Mail(
      String key,
      Instant writtenAt,
      String to,
      String language,
      String subject,
      String text,
      String html) {}

  /** Without an address and without what is told: it may end up in a log. */
  @Override
  public String toString() {
    return "Letter[" + week + ", " + guardianId + "]";
  }
}
