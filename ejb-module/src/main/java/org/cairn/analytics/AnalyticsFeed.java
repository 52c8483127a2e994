package org.cairn.analytics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.caller.Roles;
import org.jspecify.annotations.Nullable;

/**
 * Brings figures in line with the log, from a job of every minute. How far a learner's log is read
 * moves on in the transaction that takes in what was read, so that each event counts once.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class AnalyticsFeed {

  @Inject private FeedStore store;
  @Inject private FactStore facts;
  @Inject private Clock clock;

  /** Notes when the reading began: what is recorded before will be in the figures. */
  public void begin() {
    store.begin(clock.instant());
  }

  /** How many items there are at most. */
  public long total() {
    return store.total();
  }

  /**
   * What has not been read yet, by learner and position.
   *
   * @param after the key of the item before the first
   */
  public List<FeedItem> page(@Nullable String after, int limit) {
    return store.page(after, limit);
  }

  /** Takes in what some items add to figures; items that were taken in before add nothing. */
  public void take(List<FeedItem> items) {
    store.shareMonths();
    Map<UUID, Long> read = read(items);
    Map<UUID, Long> before = store.cursors(read.keySet());
    Set<LocalDate> open = store.openMonths();
    Map<Boolean, List<Fact>> byMonth =
        items.stream()
            .filter(item -> item.position() > before.getOrDefault(item.learnerId(), 0L))
            .flatMap(item -> item.fact().stream())
            .collect(Collectors.partitioningBy(fact -> open.contains(fact.month())));
    add(byMonth.getOrDefault(true, List.of()), byMonth.getOrDefault(false, List.of()));
    store.advance(read);
  }

  /** Notes that all that was there at the beginning is read. */
  public void end() {
    store.end();
  }

  private void add(List<Fact> intime, List<Fact> late) {
    if (!intime.isEmpty()) {
      facts.add(intime);
    }
    if (!late.isEmpty()) {
      facts.addLate(late);
    }
  }

  private static Map<UUID, Long> read(List<FeedItem> items) {
    Map<UUID, Long> read = new HashMap<>();
    items.forEach(item -> read.merge(item.learnerId(), item.position(), Math::max));
    return read;
  }
}
