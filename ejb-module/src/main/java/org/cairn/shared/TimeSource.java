package org.cairn.shared;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * The one clock. Its ticks are microseconds, which is what PostgreSQL keeps, so that an instant
 * reads back equal to what was written.
 */
@Singleton
class TimeSource {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }
}
