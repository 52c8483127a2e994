package org.cairn.hint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.cairn.hint.HintRules.Quote;

/**
 * A hint that was given.
 *
 * @param free whether it was one of the day's free ones
 * @param paid XP
 */
record Given(
    UUID id,
    UUID sessionId,
    String questionId,
    String level,
    String text,
    boolean recommended,
    boolean free,
    int paid,
    String ruleVersion,
    LocalDate schoolDay,
    Instant givenAt) {

  static Given of(
      UUID id,
      UUID sessionId,
      String questionId,
      String text,
      Quote quote,
      String ruleVersion,
      LocalDate schoolDay,
      Instant now) {
    return new Given(
        id,
        sessionId,
        questionId,
        quote.level(),
        text,
        quote.recommended(),
        quote.free(),
        quote.toPay(),
        ruleVersion,
        schoolDay,
        now);
  }
}
