package org.cairn.streak;

import java.time.LocalDate;
import org.cairn.roster.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/**
 * How a streak stands at the end of a day (spec: journeys and gamification, "One streak rule").
 *
 * @param length school days in a row with activity, the frozen ones between them left out
 * @param freezes held
 * @param best the greatest length so far
 */
public record Streak(LocalDate day, int length, int freezes, int best) {

  /**
   * How it stands after a day with activity.
   *
   * @param before on the day before it that had some; {@code null} where it is the first
   * @param counts whether the school met
   * @param calendar by which it and the days since the one before are judged
   */
  public static Streak after(
      @Nullable Streak before,
      LocalDate day,
      boolean counts,
      SchoolCalendar calendar,
      Freezes freezes) {
    Streak reached =
        before == null
            ? new Streak(day, 0, Math.min(freezes.initial(), freezes.most()), 0)
            : before.reach(day, calendar, freezes);
    return counts ? reached.longer() : reached;
  }

  /** How it stands when a later day begins, after all that was missed since. */
  public Streak reach(LocalDate to, SchoolCalendar calendar, Freezes terms) {
    int left = length;
    int held = freezes;
    for (LocalDate next = day.plusDays(1); !next.isAfter(to); next = next.plusDays(1)) {
      if (next.getDayOfMonth() == 1) {
        held = Math.max(held, Math.min(terms.most(), held + terms.monthly()));
      }
      if (next.isBefore(to) && left > 0 && calendar.meetsOn(next)) {
        if (held > 0) {
          held--;
        } else {
          left = 0;
        }
      }
    }
    return new Streak(to, left, held, best);
  }

  private Streak longer() {
    return new Streak(day, length + 1, freezes, Math.max(length + 1, best));
  }
}
