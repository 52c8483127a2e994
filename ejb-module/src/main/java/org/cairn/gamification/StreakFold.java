package org.cairn.gamification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cairn.gamification.ActiveDay.Judged;
import org.cairn.gamification.RuleSet.StreakTerms;
import org.cairn.roster.SchoolCalendar;
import org.cairn.streak.Streak;
import org.jspecify.annotations.Nullable;

/**
 * The streak of verified activity: a pure function of its days. How one day follows another is the
 * one rule of {@link Streak}.
 */
final class StreakFold {

  private StreakFold() {}

  /**
   * The streak after each of the days.
   *
   * @param before how it stood before them; {@code null} where they are the first
   * @param days in their order
   * @param terms those that hold at a time
   */
  static List<Judged> fold(
      @Nullable Streak before, List<ActiveDay> days, Function<Instant, StreakTerms> terms) {
    List<Judged> judged = new ArrayList<>();
    Streak streak = before;
    for (ActiveDay active : days) {
      StreakTerms held = terms.apply(active.calendar().startOf(active.day()));
      streak =
          Streak.after(streak, active.day(), active.counts(), active.calendar(), held.freezes());
      judged.add(new Judged(active, streak));
    }
    return judged;
  }

  /** How a streak stands when a later day begins, after all that was missed since. */
  static Streak reach(Streak from, LocalDate to, SchoolCalendar calendar, StreakTerms terms) {
    return from.reach(to, calendar, terms.freezes());
  }
}
