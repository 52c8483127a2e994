package org.cairn.gamification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.gamification.ActiveDay.Judged;
import org.cairn.gamification.RuleSet.StreakTerms;
import org.cairn.gamification.XpSettled.StreakStood;
import org.cairn.roster.SchoolCalendar;
import org.cairn.streak.Streak;
import org.jspecify.annotations.Nullable;

/** A learner's days with verified activity, from some day on, and the one before that. */
final class ActiveDays {

  private final TreeMap<LocalDate, Judged> days = new TreeMap<>();

  ActiveDays(Collection<Judged> days) {
    days.forEach(each -> this.days.put(each.day(), each));
  }

  /**
   * What more days change.
   *
   * @param changed the days whose streak is other than before, new ones among them
   * @param after all days with that
   */
  record Change(List<Judged> changed, ActiveDays after) {

    LocalDate first() {
      return changed.get(0).day();
    }

    /**
     * The streak as it stands now, where the change reaches the latest day.
     *
     * @param bestBefore the longest before the change
     */
    @Nullable StreakStood stood(SchoolCalendar calendar, RuleBook rules, int bestBefore) {
      if (changed.isEmpty() || end() != null) {
        return null;
      }
      Streak latest = changed.get(changed.size() - 1).after();
      StreakTerms terms = rules.termsAt(calendar.startOf(latest.day()));
      return new StreakStood(
          latest.length(), StreakFold.end(latest, calendar, terms), latest.best(), bestBefore);
    }

    /** The first day after all that changed; {@code null} where the change has no end. */
    @Nullable LocalDate end() {
      return after.days.higherKey(changed.get(changed.size() - 1).day());
    }
  }

  boolean isKnown(LocalDate day) {
    return days.containsKey(day);
  }

  /** What the days' streaks are by other rules. */
  Change judgedBy(RuleBook rules) {
    return days.isEmpty()
        ? new Change(List.of(), this)
        : with(days.values().stream().map(Judged::active).toList(), rules);
  }

  /** Adds days, in any order. */
  Change with(Collection<ActiveDay> added, RuleBook rules) {
    TreeMap<LocalDate, ActiveDay> all = new TreeMap<>();
    added.forEach(day -> all.put(day.day(), day));
    LocalDate first = all.firstKey();
    days.tailMap(first, true).forEach((day, known) -> all.put(day, known.active()));
    Map.Entry<LocalDate, Judged> before = days.lowerEntry(first);
    ActiveDays after = new ActiveDays(days.values());
    List<Judged> changed = new ArrayList<>();
    for (Judged judged :
        StreakFold.fold(
            before == null ? null : before.getValue().after(),
            List.copyOf(all.values()),
            rules::termsAt)) {
      if (!judged.equals(after.days.put(judged.day(), judged))) {
        changed.add(judged);
      }
    }
    return new Change(changed, after);
  }

  /**
   * The streak on a day: after it where it was an active one, else as it stands when the day
   * begins.
   *
   * @param calendar by which days since the last active one are judged
   * @return nothing where no active day precedes
   */
  @Nullable Streak on(LocalDate day, SchoolCalendar calendar, RuleBook rules) {
    Map.Entry<LocalDate, Judged> last = days.floorEntry(day);
    if (last == null) {
      return null;
    }
    return last.getKey().equals(day)
        ? last.getValue().after()
        : StreakFold.reach(
            last.getValue().after(), day, calendar, rules.termsAt(calendar.startOf(day)));
  }

  /** The longest streak so far. */
  int best() {
    return days.isEmpty() ? 0 : days.lastEntry().getValue().after().best();
  }

  int lengthOn(LocalDate day, SchoolCalendar calendar, RuleBook rules) {
    Streak streak = on(day, calendar, rules);
    return streak == null ? 0 : streak.length();
  }
}
