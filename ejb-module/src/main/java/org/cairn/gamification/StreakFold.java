package org.cairn.gamification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cairn.gamification.ActiveDay.Judged;
import org.cairn.gamification.RuleSet.StreakTerms;
import org.cairn.roster.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The one streak: a pure function of the days with verified activity (spec: journeys and
 * gamification, "One streak rule"). Days on which the school does not meet neither count nor break.
 * A missed school day takes a freeze, and without one ends the streak.
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
          streak == null
              ? Streak.begin(active.day(), Math.min(held.initial(), held.most()))
              : reach(streak, active.day(), active.calendar(), held);
      if (active.counts()) {
        int length = streak.length() + 1;
        streak =
            new Streak(active.day(), length, streak.freezes(), Math.max(length, streak.best()));
      }
      judged.add(new Judged(active, streak));
    }
    return judged;
  }

  /** How a streak stands when a later day begins, after all that was missed since. */
  static Streak reach(Streak from, LocalDate to, SchoolCalendar calendar, StreakTerms terms) {
    int length = from.length();
    int freezes = from.freezes();
    for (LocalDate day = from.day().plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      if (day.getDayOfMonth() == 1) {
        freezes = Math.max(freezes, Math.min(terms.most(), freezes + terms.monthly()));
      }
      if (day.isBefore(to) && length > 0 && calendar.meetsOn(day)) {
        if (freezes > 0) {
          freezes--;
        } else {
          length = 0;
        }
      }
    }
    return new Streak(to, length, freezes, from.best());
  }

  /**
   * When a streak has ended, if there is no activity until then: as the day after the one begins
   * that no freeze saves. A calendar without school for a year ends it, too.
   */
  static Instant end(Streak streak, SchoolCalendar calendar, StreakTerms terms) {
    LocalDate day = streak.day().plusDays(1);
    LocalDate last = day.plusYears(1);
    while (day.isBefore(last) && reach(streak, day, calendar, terms).length() > 0) {
      day = day.plusDays(1);
    }
    return calendar.startOf(day);
  }
}
