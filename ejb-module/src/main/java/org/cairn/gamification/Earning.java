package org.cairn.gamification;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The facts by which XP is owed for one thing; what they are worth is the rules' to say.
 *
 * @param source what for; the same for ever
 * @param reason the ledger's
 * @param basis of an answer the try that was right, of a reward or correction its XP, else 1; 0
 *     where nothing is due
 * @param grade CEDS code of the learner's grade then; {@code null}: ungraded
 * @param day the school's day on which the event counts
 * @param eventId the event that decided it
 * @param verified whether somebody else than the learner's device vouches for the event
 * @param ruleVersion the version of the rules that held when the event took effect
 */
record Earning(
    String source,
    XpKind kind,
    XpCategory category,
    String reason,
    int basis,
    @Nullable String grade,
    LocalDate day,
    Instant occurredAt,
    String eventId,
    boolean verified,
    String ruleVersion) {

  /** These facts, on the day and by the rules that the same event was judged by before. */
  Earning judgedLike(Earning before) {
    return new Earning(
        source,
        kind,
        category,
        reason,
        basis,
        grade,
        before.day,
        occurredAt,
        eventId,
        verified,
        before.ruleVersion);
  }

  /** These facts, judged by another version where the rules say what they are worth. */
  Earning judgedBy(String version) {
    return kind.isCapped()
        ? new Earning(
            source,
            kind,
            category,
            reason,
            basis,
            grade,
            day,
            occurredAt,
            eventId,
            verified,
            version)
        : this;
  }
}
