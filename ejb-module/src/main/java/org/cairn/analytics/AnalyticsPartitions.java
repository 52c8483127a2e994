package org.cairn.analytics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cairn.analytics.PartitionStore.Partition;
import org.cairn.caller.Roles;

/**
 * Has partitions come and go for the whole installation, in the reserved tenant. Each call changes
 * at most one, so that its locks are gone with the transaction; a call that met somebody else's
 * lock changes nothing and is to be repeated after a while.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class AnalyticsPartitions {

  /** What became of a call. */
  public enum Outcome {
    /** There was nothing to do. */
    NOTHING,
    /** One partition was changed. */
    CHANGED,
    /** Somebody else was at it. */
    GAVE_WAY
  }

  @Inject private PartitionStore store;
  @Inject private Months months;
  @Inject private Clock clock;

  /** Makes one partition that is missing: of the open months, the present one, and some ahead. */
  public Outcome make() {
    Set<LocalDate> there =
        store.all().stream().map(Partition::month).collect(Collectors.toCollection(HashSet::new));
    List<LocalDate> missing =
        months.rules().wanted(clock.instant()).stream().filter(m -> !there.contains(m)).toList();
    return missing.isEmpty() ? Outcome.NOTHING : outcome(store.make(missing.get(0)));
  }

  /** Detaches the oldest partition of a closed month that all districts have archived. */
  public Outcome detach() {
    Instant now = clock.instant();
    LocalDate before = months.rules().closedBefore(now);
    return oldest(p -> p.isToBeDetached() && p.month().isBefore(before))
        .map(month -> outcome(store.detach(month, now)))
        .orElse(Outcome.NOTHING);
  }

  /** Drops the oldest partition that was detached a month ago or more. */
  public Outcome drop() {
    Instant by = MonthRules.detachedBy(clock.instant());
    return oldest(partition -> partition.isDetachedBy(by))
        .map(month -> outcome(store.drop(month, by)))
        .orElse(Outcome.NOTHING);
  }

  private Optional<LocalDate> oldest(Predicate<Partition> isDue) {
    return store.all().stream()
        .filter(isDue)
        .map(Partition::month)
        .filter(store::isArchived)
        .findFirst();
  }

  private static Outcome outcome(boolean done) {
    return done ? Outcome.CHANGED : Outcome.GAVE_WAY;
  }
}
