package org.cairn.gamification;

import java.time.LocalDate;

/**
 * How a streak stands at the end of a day.
 *
 * @param length school days in a row with verified activity, the frozen ones between them left out
 * @param freezes held
 * @param best the greatest length so far
 */
record Streak(LocalDate day, int length, int freezes, int best) {

  static Streak begin(LocalDate day, int freezes) {
    return new Streak(day, 0, freezes, 0);
  }
}
