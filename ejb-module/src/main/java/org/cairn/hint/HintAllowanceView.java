package org.cairn.hint;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What hints a learner can have on the school's today.
 *
 * @param day the school's today; free hints begin anew with the next
 * @param usedToday hints of the day, free or paid
 * @param freeLeft hints of the day that are still free
 * @param recommended the strongest level that is recommended for the question that was asked about;
 *     absent where none is
 * @param levels from the gentlest on
 */
public record HintAllowanceView(
    LocalDate day, int usedToday, int freeLeft, @Nullable String recommended, List<Level> levels) {

  /**
   * A level of hints.
   *
   * @param price XP, less what is taken off where it is recommended; absent for a learner up to
   *     grade 2, as is the cost
   * @param cost XP that it would cost now: 0 while there are free ones
   * @param offered whether the question has one; absent where none was asked about
   */
  public record Level(
      String level,
      @Nullable Integer price,
      @Nullable Integer cost,
      boolean recommended,
      @Nullable Boolean offered) {}
}
