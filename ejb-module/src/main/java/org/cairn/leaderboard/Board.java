package org.cairn.leaderboard;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.LongUnaryOperator;
import org.cairn.gamification.Profiles.LevelScale;
import org.jspecify.annotations.Nullable;

/**
 * One board at one moment.
 *
 * @param term the first day of the present term
 * @param week the Monday of the present week
 */
record Board(Score score, @Nullable String career, Instant now, LocalDate term, LocalDate week) {

  /** The least score that is above one: all of a level share a rank. */
  LongUnaryOperator next(LevelScale levels) {
    return score == Score.LEVEL ? levels::next : value -> value + 1;
  }

  /** The first day of a day's week. */
  static LocalDate mondayOf(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
