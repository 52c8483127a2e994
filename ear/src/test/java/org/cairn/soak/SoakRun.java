package org.cairn.soak;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One soak test as it runs: tells how far it is, collects what it measured, and paces itself. */
public final class SoakRun {

  private final String name;
  private final long begin = System.nanoTime();
  private long firstRound = begin;
  private final Map<String, String> figures = Collections.synchronizedMap(new LinkedHashMap<>());

  SoakRun(String name) {
    this.name = name;
  }

  /** A test outside of the soak, whose figures nobody reads. */
  public static SoakRun unwatched() {
    return new SoakRun("test");
  }

  public String name() {
    return name;
  }

  /** Tells the person who waits what is going on. */
  public void say(String message) {
    System.out.println(
        String.format(Locale.ROOT, "soak: [%6.1f s] %s: %s", seconds(), name, message));
  }

  /** Keeps a figure for the table at the end; said again it takes the place of the former. */
  public void figure(String what, Object value) {
    figures.put(what, String.valueOf(value));
  }

  /** Keeps median and maximum of some times for the table at the end. */
  public void times(String what, List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    figure(
        what,
        String.format(
            Locale.ROOT,
            "median %.1f s, most %.1f s of %d",
            seconds(sorted.get(sorted.size() / 2)),
            seconds(sorted.get(sorted.size() - 1)),
            sorted.size()));
  }

  /**
   * Whether another round is due: there are that many, fewer where {@code --minutes} after the
   * first one's beginning ends them sooner, but always one.
   */
  public boolean hasRound(int round, int usual) {
    if (round == 0) {
      firstRound = System.nanoTime();
    }
    Duration limit = limit();
    boolean inTime = limit == null || System.nanoTime() - firstRound < limit.toNanos();
    return round < usual && (round == 0 || inTime);
  }

  /** How long something without rounds goes on. */
  public Duration duration(Duration usual) {
    Duration limit = limit();
    return limit == null ? usual : limit;
  }

  Map<String, String> figures() {
    return Map.copyOf(figures);
  }

  String row(String result) {
    StringBuilder row = new StringBuilder();
    row.append(String.format(Locale.ROOT, "%-22s %-8s %6.0f s", name, result, seconds()));
    figures.forEach((what, value) -> row.append("\n    ").append(what).append(": ").append(value));
    return row.append('\n').toString();
  }

  private double seconds() {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  private static Duration limit() {
    Integer minutes = Integer.getInteger("cairn.soak.minutes");
    return minutes == null ? null : Duration.ofMinutes(minutes);
  }
}
