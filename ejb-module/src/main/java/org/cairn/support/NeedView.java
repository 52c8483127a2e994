package org.cairn.support;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a learner of a class needs help: the rule, and the evidence behind it. It is read from what
 * is stored each time, so it is gone as soon as it no longer holds.
 *
 * @param skillId of wrong answers in a row
 * @param attempts of wrong answers in a row: the latest twenty at most, in their order
 * @param lastActiveOn without activity: the school's day of the last; absent where there was none
 * @param schoolDaysMissed without activity: how many school days have gone by since
 * @param missedDays without activity: the latest ten of them
 * @param meanBefore of falling scores: the mean of the three lessons before the last three
 * @param meanNow of falling scores: the mean of the last three
 * @param lessons of falling scores: the six, in their order
 */
public record NeedView(
    UUID learnerId,
    String displayName,
    Rule rule,
    @Nullable String skillId,
    @Nullable String subject,
    @Nullable List<Attempt> attempts,
    @Nullable LocalDate lastActiveOn,
    @Nullable Integer schoolDaysMissed,
    @Nullable List<LocalDate> missedDays,
    @Nullable BigDecimal meanBefore,
    @Nullable BigDecimal meanNow,
    @Nullable List<Lesson> lessons) {

  /** By what a learner needs help. */
  public enum Rule {
    /** No activity for as many school days as the district says. */
    NO_ACTIVITY,
    /** The mean of the last three lessons is far below that of the three before. */
    SCORES_FALLING,
    /** The latest four or more answers to a skill are wrong. */
    WRONG_IN_A_ROW
  }

  /**
   * A wrong answer.
   *
   * @param eventId in the learner's log
   * @param at when it counts
   */
  public record Attempt(String eventId, String questionId, Instant at) {}

  /** A completed lesson. */
  public record Lesson(
      UUID sessionId, String subject, String skillId, int score, Instant completedAt) {}

  /** Where a row stands among those of its learner: in the order of rules and skills. */
  String place() {
    return rule.name() + " " + (skillId == null ? "" : skillId);
  }
}
