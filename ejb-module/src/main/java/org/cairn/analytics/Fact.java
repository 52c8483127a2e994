package org.cairn.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one event adds to figures.
 *
 * @param at when the event counts
 */
record Fact(UUID learnerId, long position, Instant at, Place place, Sums sums) {

  /**
   * What figures can be asked by; texts are empty where there is none.
   *
   * @param cohort the month in which the journey began
   */
  record Place(
      LocalDate cohort,
      @Nullable UUID schoolId,
      String grade,
      String career,
      String companion,
      String container,
      String subject,
      String skillId) {}

  /**
   * What is added up.
   *
   * @param journeyScore of completed journeys, in hundredths
   * @param duration seconds from a journey's start to its end
   * @param seconds spent on answers
   * @param attempted answers that the server scored
   * @param firstTries of these, first tries
   * @param firstRight of these, right ones
   * @param lessons completed ones with a scored answer
   * @param mastered completed lessons with a verified score of 70 or more
   * @param containers containers that were completed
   */
  record Sums(
      int started,
      int completed,
      long journeyScore,
      @Nullable Integer duration,
      long seconds,
      int attempted,
      int firstTries,
      int firstRight,
      int lessons,
      long lessonScore,
      int mastered,
      int containers) {

    static final Sums STARTED = new Sums(1, 0, 0, null, 0, 0, 0, 0, 0, 0, 0, 0);

    static Sums completed(long score, int duration) {
      return new Sums(0, 1, score, duration, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    static Sums answered(long seconds, boolean isFirst, boolean isRight) {
      return new Sums(
          0, 0, 0, null, seconds, 1, isFirst ? 1 : 0, isFirst && isRight ? 1 : 0, 0, 0, 0, 0);
    }

    /** A lesson without a scored answer: nothing to take a mean of. */
    static Sums unscored(boolean endsContainer) {
      return new Sums(0, 0, 0, null, 0, 0, 0, 0, 0, 0, 0, endsContainer ? 1 : 0);
    }

    static Sums lesson(int score, boolean isMastered, boolean endsContainer) {
      return new Sums(
          0, 0, 0, null, 0, 0, 0, 0, 1, score, isMastered ? 1 : 0, endsContainer ? 1 : 0);
    }
  }

  /** The month to which it belongs, by its first day, in UTC. */
  LocalDate month() {
    return monthOf(at);
  }

  static LocalDate monthOf(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).withDayOfMonth(1);
  }
}
