package org.cairn.support;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.roster.SchoolCalendar;
import org.cairn.support.NeedView.Lesson;
import org.jspecify.annotations.Nullable;

/** Who needs help (spec: journeys and gamification, "Needs-help list"). */
final class NeedRules {

  /** So many wrong answers to a skill in a row. */
  static final int WRONG_IN_A_ROW = 4;

  /** How many of them are shown. */
  static final int MOST_SHOWN = 20;

  /** So many lessons are compared with as many before. */
  static final int LESSONS = 3;

  private static final int MOST_DAYS = 10;

  private NeedRules() {}

  /** Two means, to 2 decimals. */
  record Fall(BigDecimal before, BigDecimal now) {}

  /**
   * The day from which a learner is expected to be active: that of its last activity, or the day
   * before it joined the class or before the school year began, whichever is the latest.
   */
  static @Nullable LocalDate expectedAfter(
      @Nullable LocalDate lastActive, @Nullable LocalDate joined, @Nullable LocalDate yearStart) {
    return Stream.of(
            Optional.ofNullable(lastActive),
            Optional.ofNullable(joined).map(day -> day.minusDays(1)),
            Optional.ofNullable(yearStart).map(day -> day.minusDays(1)))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The school days after one and before another: today is not missed before it is over. */
  static List<LocalDate> missed(LocalDate after, LocalDate today, SchoolCalendar calendar) {
    List<LocalDate> missed = new ArrayList<>();
    for (LocalDate day = after.plusDays(1); day.isBefore(today); day = day.plusDays(1)) {
      if (calendar.meetsOn(day)) {
        missed.add(day);
      }
    }
    return missed;
  }

  /** The latest few of days in their order. */
  static List<LocalDate> shown(List<LocalDate> days) {
    return List.copyOf(days.subList(Math.max(0, days.size() - MOST_DAYS), days.size()));
  }

  /**
   * Whether scores fall, and from where to where: exactly, since both means have one divisor.
   *
   * @param inOrder the latest lessons with a score, the oldest first
   * @param drop points
   */
  static @Nullable Fall falling(List<Lesson> inOrder, int drop) {
    if (inOrder.size() < 2 * LESSONS) {
      return null;
    }
    List<Lesson> latest = inOrder.subList(inOrder.size() - 2 * LESSONS, inOrder.size());
    int before = sum(latest.subList(0, LESSONS));
    int now = sum(latest.subList(LESSONS, latest.size()));
    return before - now >= drop * LESSONS ? new Fall(mean(before), mean(now)) : null;
  }

  private static int sum(List<Lesson> lessons) {
    return lessons.stream().mapToInt(Lesson::score).sum();
  }

  private static BigDecimal mean(int sum) {
    return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(LESSONS), 2, RoundingMode.HALF_UP);
  }
}
