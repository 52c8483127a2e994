package org.cairn.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.cairn.metrics.FeedHorizon.Look;

/** Shows the feed's lag as of the moment in which it is read. */
@Singleton
class FeedGauge {

  private volatile FeedHorizon horizon = FeedHorizon.NOTHING_SEEN;

  @Inject
  FeedGauge(MeterRegistry meters, Clock clock) {
    meters.gauge(
        "cairn.feed.lag.seconds",
        Tags.empty(),
        this,
        gauge -> gauge.horizon.lag(clock.instant()).toMillis() / 1_000d);
  }

  synchronized void take(Look look) {
    horizon = horizon.after(look);
  }
}
