package org.cairn.onboarding;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.caller.Callers;

/**
 * The tracks that a tenant's learners can be on. Definitions are kept in memory for a few seconds:
 * a changed one is in force on every node within {@link #FRESH}.
 */
@Singleton
class TrackCatalog {

  static final Duration FRESH = Duration.ofSeconds(5);

  /**
   * How long before a step is gone: events count up to five minutes ahead, and every node has read
   * the definition by then, so that all events are judged alike.
   */
  static final Duration NOTICE = Duration.ofMinutes(5);

  private record Read(Tracks tracks, Instant at) {}

  private final TrackStore store;
  private final Clock clock;
  private final Map<String, Read> byTenant = new ConcurrentHashMap<>();

  @Inject
  TrackCatalog(TrackStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  Tracks tracks() {
    String tenant = Callers.current().tenant();
    Instant now = clock.instant();
    Read read = byTenant.get(tenant);
    if (read == null || read.at().plus(FRESH).isBefore(now)) {
      read = new Read(Tracks.of(store.readable()), now);
      byTenant.put(tenant, read);
    }
    return read.tracks();
  }

  /** Has the next reader see what has just been aligned. */
  void forget() {
    byTenant.clear();
  }
}
