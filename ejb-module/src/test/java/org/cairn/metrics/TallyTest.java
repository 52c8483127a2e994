package org.cairn.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final OneTransaction transaction = new OneTransaction();
  private final Tally tally = new Tally(meters, transaction);

  @Test
  void whatIsCountedShowsWhenItHasCommitted() {
    transaction.begin();
    tally.add(Count.EVENTS_STORED, "system", 10);
    tally.add(Count.EVENTS_STORED, "system", 5);
    tally.add(Count.EVENTS_STORED, "client", 1);
    assertEquals(0, stored("system"));
    transaction.end(Status.STATUS_COMMITTED);
    assertEquals(15, stored("system"));
    assertEquals(1, stored("client"));
  }

  @Test
  void whatIsRolledBackNeverHappened() {
    transaction.begin();
    tally.add(Count.EVENTS_STORED, "system", 10);
    transaction.end(Status.STATUS_ROLLEDBACK);
    transaction.begin();
    tally.add(Count.EVENTS_STORED, "system", 2);
    transaction.end(Status.STATUS_COMMITTED);
    assertEquals(2, stored("system"));
  }

  @Test
  void withoutATransactionItCountsAtOnce() {
    tally.add(Count.IMPORT_ROWS, "roster", 3);
    assertEquals(3, meters.counter("cairn.import.rows", "import", "roster").count());
  }

  @Test
  void aTransactionIsAskedOnceHoweverOftenItCounts() {
    transaction.begin();
    for (int i = 0; i < 500; i++) {
      tally.add(Count.EVENTS_STORED, "system", 1);
    }
    assertEquals(1, transaction.synchronizations.size());
  }

  @Test
  void aLabelTakesListedValuesOnly() {
    assertThrows(
        IllegalArgumentException.class, () -> tally.add(Count.EVENTS_STORED, "grand-bend", 1));
  }

  @Test
  void everyCountIsShownFromTheBeginning() {
    tally.showAll();
    for (Count count : Count.values()) {
      assertEquals(count.labelValues().size(), meters.find(count.meter()).counters().size());
    }
    assertEquals(List.of(), meters.getMeters().stream().filter(TallyTest::isAbove0).toList());
  }

  private static boolean isAbove0(Meter meter) {
    return meter.measure().iterator().next().getValue() != 0;
  }

  private double stored(String trust) {
    return meters.counter("cairn.events.stored", "trust", trust).count();
  }

  /** What the container offers, for one transaction after the other. */
  private static final class OneTransaction implements TransactionSynchronizationRegistry {

    private final List<Synchronization> synchronizations = new ArrayList<>();
    private final Map<Object, Object> resources = new HashMap<>();
    private boolean open;

    void begin() {
      open = true;
    }

    void end(int status) {
      open = false;
      synchronizations.forEach(each -> each.afterCompletion(status));
      synchronizations.clear();
      resources.clear();
    }

    @Override
    public Object getTransactionKey() {
      return open ? this : null;
    }

    @Override
    public void putResource(Object key, Object value) {
      resources.put(key, value);
    }

    @Override
    public Object getResource(Object key) {
      return resources.get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
      synchronizations.add(synchronization);
    }

    @Override
    public int getTransactionStatus() {
      return open ? Status.STATUS_ACTIVE : Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public void setRollbackOnly() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean getRollbackOnly() {
      return false;
    }
  }
}
