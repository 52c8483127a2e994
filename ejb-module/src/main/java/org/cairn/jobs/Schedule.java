package org.cairn.jobs;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When a job is due, by a district's own clock.
 *
 * <p>A local time that the spring's change of clocks leaves out is due as much later as the clocks
 * were put forward; one that the autumn brings twice is due the first time only.
 */
public sealed interface Schedule {

  /** For people, such as {@code daily at 03:00}. */
  String text();

  /** The latest time that was due until now, now included; none for a job that nobody plans. */
  Optional<Instant> last(Instant now, ZoneId zone);

  /** The first time that is due after now. */
  Optional<Instant> next(Instant now, ZoneId zone);

  /** Only when somebody or something asks for it. */
  static Schedule onDemand() {
    return new OnDemand();
  }

  /** At every full minute. */
  static Schedule everyMinute() {
    return new EveryMinute();
  }

  /** At every full hour. */
  static Schedule hourly() {
    return new Hourly();
  }

  /** Every day at this local time. */
  static Schedule daily(LocalTime at) {
    return new OnDays(EnumSet.allOf(DayOfWeek.class), at);
  }

  /** Once a week at this local time. */
  static Schedule weekly(DayOfWeek day, LocalTime at) {
    return new OnDays(EnumSet.of(day), at);
  }

  /** See {@link #onDemand}. */
  record OnDemand() implements Schedule {

    @Override
    public String text() {
      return "on demand";
    }

    @Override
    public Optional<Instant> last(Instant now, ZoneId zone) {
      return Optional.empty();
    }

    @Override
    public Optional<Instant> next(Instant now, ZoneId zone) {
      return Optional.empty();
    }
  }

  /** See {@link #everyMinute}. */
  record EveryMinute() implements Schedule {

    @Override
    public String text() {
      return "every minute";
    }

    @Override
    public Optional<Instant> last(Instant now, ZoneId zone) {
      return Optional.of(now.truncatedTo(ChronoUnit.MINUTES));
    }

    @Override
    public Optional<Instant> next(Instant now, ZoneId zone) {
      return last(now, zone).map(minute -> minute.plus(1, ChronoUnit.MINUTES));
    }
  }

  /** See {@link #hourly}. */
  record Hourly() implements Schedule {

    @Override
    public String text() {
      return "hourly";
    }

    @Override
    public Optional<Instant> last(Instant now, ZoneId zone) {
      return Optional.of(now.truncatedTo(ChronoUnit.HOURS));
    }

    @Override
    public Optional<Instant> next(Instant now, ZoneId zone) {
      return last(now, zone).map(hour -> hour.plus(1, ChronoUnit.HOURS));
    }
  }

  /** See {@link #daily} and {@link #weekly}. */
  record OnDays(Set<DayOfWeek> days, LocalTime at) implements Schedule {

    private static final int A_WEEK_AND_A_DAY = 8;

    public OnDays {
      days = Set.copyOf(days);
    }

    @Override
    public String text() {
      return days.size() == 7
          ? "daily at " + at
          : "on "
              + days.iterator().next().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
              + "s at "
              + at;
    }

    @Override
    public Optional<Instant> last(Instant now, ZoneId zone) {
      return times(now, zone, -1).filter(time -> !time.isAfter(now)).findFirst();
    }

    @Override
    public Optional<Instant> next(Instant now, ZoneId zone) {
      return times(now, zone, 1).filter(time -> time.isAfter(now)).findFirst();
    }

    /** Today's time and those of the days before or after, the nearest first. */
    private Stream<Instant> times(Instant now, ZoneId zone, int direction) {
      LocalDate today = LocalDate.ofInstant(now, zone);
      return IntStream.range(0, A_WEEK_AND_A_DAY)
          .mapToObj(i -> today.plusDays((long) i * direction))
          .filter(day -> days.contains(day.getDayOfWeek()))
          .map(day -> day.atTime(at).atZone(zone).toInstant());
    }
  }
}
