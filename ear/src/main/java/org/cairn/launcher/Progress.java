package org.cairn.launcher;

import java.time.Duration;
import java.util.Locale;

/** Tells the person who waits what is going on, with the seconds since the start. */
public final class Progress {

  private final long start = System.nanoTime();

  public void say(String message) {
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    System.out.println(String.format(Locale.ROOT, "[%5.1f s] %s", seconds, message));
  }
}
