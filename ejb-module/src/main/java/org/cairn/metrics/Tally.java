package org.cairn.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Adds up what happened, once it is true: what a transaction counts is added when it has committed,
 * and forgotten when it has not.
 *
 * <p>Nothing but numbers may depend on this: they are this node's, start at 0 with it, and are lost
 * with it.
 */
@Singleton
public class Tally {

  private final MeterRegistry meters;
  private final Map<Key, Counter> counters = new ConcurrentHashMap<>();

  @Resource private TransactionSynchronizationRegistry transaction;

  /** For the container, which injects the rest. */
  @Inject
  @SuppressWarnings("NullAway.Init")
  Tally(MeterRegistry meters) {
    this.meters = meters;
  }

  /** For tests, which have no container. */
  Tally(MeterRegistry meters, TransactionSynchronizationRegistry transaction) {
    this.meters = meters;
    this.transaction = transaction;
  }

  /** Shows every count, with 0 to begin with, so that the first increase is seen as one. */
  void showAll() {
    for (Count count : Count.values()) {
      count.labelValues().forEach(value -> counter(new Key(count, value)));
    }
  }

  /**
   * Counts when the present transaction commits; without one, now.
   *
   * @param value of the label of what is counted, one of those that {@link Count} lists
   * @param by a positive number, or 0
   */
  public void add(Count count, String value, long by) {
    Key key = new Key(count, value);
    if (transaction.getTransactionKey() == null) {
      increment(key, by);
    } else {
      pending().merge(key, by, Long::sum);
    }
  }

  private Map<Key, Long> pending() {
    Pending pending = (Pending) transaction.getResource(Pending.class);
    if (pending == null) {
      pending = new Pending();
      transaction.putResource(Pending.class, pending);
      transaction.registerInterposedSynchronization(pending);
    }
    return pending.counts;
  }

  private void increment(Key key, long by) {
    counter(key).increment((double) by);
  }

  private Counter counter(Key key) {
    return counters.computeIfAbsent(
        key, k -> meters.counter(k.count().meter(), Tags.of(k.count().label(), k.value())));
  }

  private record Key(Count count, String value) {

    Key {
      if (!count.labelValues().contains(value)) {
        throw new IllegalArgumentException(value + " is no listed value of " + count);
      }
    }
  }

  /** What one transaction has counted so far. */
  private final class Pending implements Synchronization {

    private final Map<Key, Long> counts = new HashMap<>();

    @Override
    public void beforeCompletion() {
      // Whether it commits is not decided yet.
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        counts.forEach(Tally.this::increment);
      }
    }
  }
}
