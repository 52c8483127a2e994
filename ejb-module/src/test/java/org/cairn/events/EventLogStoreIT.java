package org.cairn.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cairn.access.Permissions;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.events.AppendedEvent.Status;
import org.cairn.shared.NobodyListens;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLogStoreIT {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private String tenant;
  private UUID learner;

  @BeforeEach
  void aLearner() {
    tenant = TestDatabase.newTenant();
    learner = TestPeople.learner(tenant);
  }

  @Test
  void numbersEventsInTheirOrder() {
    List<AppendedEvent> appended = append(event("a"), event("b"), event("c"));
    assertEquals(List.of(1L, 2L, 3L), positions(appended));
  }

  @Test
  void anEventSentAgainIsRecognized() {
    append(event("a"));
    AppendedEvent again = append(event("a"), event("b")).get(0);
    assertEquals(Status.DUPLICATE, again.status());
    assertEquals(1, again.event().position());
    assertEquals(List.of("a", "b"), logged());
  }

  @Test
  void locksSeveralWhetherTheyHaveALogOrNot() throws Exception {
    UUID other = TestPeople.learner(tenant);
    append(event("a"));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?>[] late = new Future<?>[2];
      TestDatabase.inTenant(
          tenant,
          sql -> {
            log(sql).lockAll(List.of(Permissions.acting(other), Permissions.acting(learner)));
            late[0] = threads.submit(() -> append(event("b")));
            late[1] = threads.submit(() -> append(other, event("c")));
            for (Future<?> each : late) {
              assertThrows(TimeoutException.class, () -> each.get(300, TimeUnit.MILLISECONDS));
            }
            return true;
          });
      for (Future<?> each : late) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(List.of("a", "b"), logged());
  }

  @Test
  void anEventTwiceInOneRequestIsStoredOnce() {
    assertEquals(
        List.of(Status.STORED, Status.DUPLICATE),
        append(event("a"), event("a")).stream().map(AppendedEvent::status).toList());
    assertEquals(List.of("a"), logged());
  }

  @Test
  void theSameIdWithOtherContentIsAConflict() {
    append(event("a", Map.of("n", 1)));
    assertEquals(Status.CONFLICT, append(event("a", Map.of("n", 2))).get(0).status());
    assertEquals(Status.CONFLICT, append(event("a")).get(0).status());
    assertEquals(Status.CONFLICT, append(at("a", NOW)).get(0).status());
  }

  @Test
  void payloadsAreEqualAsJsonValues() {
    append(event("a", Map.of("n", 1, "m", "x")));
    assertEquals(Status.DUPLICATE, append(event("a", Map.of("m", "x", "n", 1.0))).get(0).status());
  }

  @Test
  void anAbsentTimeIsNotComparedAndInstantsAreComparedAsInstants() {
    append(at("a", NOW));
    assertEquals(Status.DUPLICATE, append(event("a")).get(0).status());
    assertEquals(
        Status.DUPLICATE,
        append(at("a", java.time.OffsetDateTime.parse("2026-03-02T09:00:00+01:00").toInstant()))
            .get(0)
            .status());
  }

  @Test
  void anEventFromTheFutureCountsWhenItIsReceivedAndIsFlagged() {
    RecordedEvent early = append(at("a", NOW.plusSeconds(301))).get(0).event();
    assertEquals(NOW, early.effectiveAt());
    assertTrue(early.clockSkew());
    RecordedEvent stored = read().get(0);
    assertEquals(NOW, stored.effectiveAt());
    assertTrue(stored.clockSkew());
    assertFalse(append(at("b", NOW.plusSeconds(300))).get(0).event().clockSkew());
  }

  @Test
  void whatIsReadIsWhatWasAnswered() {
    RecordedEvent answered = append(event("a", Map.of("k", "v"))).get(0).event();
    RecordedEvent stored = read().get(0);
    assertEquals(
        answered.toString().replaceAll("payload=[^,]*", ""),
        stored.toString().replaceAll("payload=[^,]*", ""));
    assertEquals("v", stored.payload().value("k"));
  }

  @Test
  void nobodyChangesOrRemovesAnEvent() {
    append(event("a"));
    for (String change :
        List.of("update learning_event set name = 'x'", "delete from learning_event")) {
      RuntimeException refused =
          assertThrows(
              RuntimeException.class,
              () ->
                  TestDatabase.inTenant(
                      tenant,
                      sql -> sql.with(SqlText.of(change + " where tenant_id = :tenant")).update()));
      assertTrue(causeOf(refused).getMessage().contains("permission denied"), refused::toString);
    }
  }

  @Test
  void eightWritersOnOneLearnerLoseNothingAndNumberWithoutGap() throws Exception {
    int writers = 8;
    int each = 25;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    CountDownLatch go = new CountDownLatch(1);
    List<Future<?>> done = new ArrayList<>();
    for (int w = 0; w < writers; w++) {
      int writer = w;
      done.add(
          threads.submit(
              () -> {
                go.await();
                for (int i = 0; i < each; i++) {
                  append(event(writer + "-" + i), event(writer + "-" + i + "b"));
                }
                return null;
              }));
    }
    go.countDown();
    for (Future<?> future : done) {
      future.get(60, TimeUnit.SECONDS);
    }
    threads.shutdown();
    List<RecordedEvent> all = read();
    assertEquals(writers * each * 2, all.size());
    assertEquals(
        LongStream.rangeClosed(1, all.size()).boxed().toList(),
        all.stream().map(RecordedEvent::position).toList());
    assertEquals(all.size(), all.stream().map(RecordedEvent::eventId).distinct().count());
  }

  @Test
  void theCursorReadsEveryEventOnce() {
    append(IntStream.range(0, 7).mapToObj(i -> event("e" + i)).toArray(NewEvent[]::new));
    List<RecordedEvent> first = after(0, 3);
    List<RecordedEvent> second = after(first.get(2).position(), 3);
    List<RecordedEvent> third = after(second.get(2).position(), 3);
    assertEquals(List.of(3, 3, 1), List.of(first.size(), second.size(), third.size()));
  }

  @Test
  void aLearnersOwnTransactionSeesItsOwnRowsOnly() {
    UUID other = TestPeople.learner(tenant);
    append(event("mine"));
    append(other, event("theirs"));
    TestDatabase.inTenant(
        tenant,
        sql -> {
          sql.with(SqlText.of("select set_config('cairn.learner', :learner::text, true)"))
              .set("learner", learner)
              .list(row -> row.getString(1));
          assertEquals(
              List.of("mine"),
              sql.with(SqlText.of("select event_id from learning_event where tenant_id = :tenant"))
                  .list(row -> row.getString(1)));
          assertEquals(List.of(), new PastEventStore(sql).after(Permissions.visible(other), 0, 10));
          return null;
        });
  }

  private List<AppendedEvent> append(NewEvent... events) {
    return append(learner, events);
  }

  private List<AppendedEvent> append(UUID whose, NewEvent... events) {
    return TestDatabase.inTenant(
        tenant,
        sql -> log(sql).append(Permissions.acting(whose), List.of(events), new Consequences()));
  }

  private static EventLog log(TenantSql sql) {
    return new EventLog(
        new LearningEventStore(sql),
        new PastEventStore(sql),
        Clock.fixed(NOW, ZoneOffset.UTC),
        NobodyListens.event(),
        NobodyListens.event(),
        new CheckedEvents());
  }

  private List<RecordedEvent> read() {
    return after(0, 1000);
  }

  private List<RecordedEvent> after(long position, int limit) {
    return TestDatabase.inTenant(
        tenant,
        sql -> new PastEventStore(sql).after(Permissions.visible(learner), position, limit));
  }

  private List<String> logged() {
    return read().stream().map(RecordedEvent::eventId).toList();
  }

  private static List<Long> positions(List<AppendedEvent> appended) {
    return appended.stream().map(event -> event.event().position()).toList();
  }

  private static SQLException causeOf(Throwable thrown) {
    Throwable cause = thrown;
    while (!(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    return (SQLException) cause;
  }

  private static NewEvent event(String id) {
    return new NewEvent(id, "page.read", null, null, null, null, null, null);
  }

  private static NewEvent event(String id, Map<String, Object> payload) {
    return new NewEvent(id, "page.read", null, null, null, null, EventPayload.of(payload), null);
  }

  private static NewEvent at(String id, Instant occurredAt) {
    return new NewEvent(id, "page.read", null, null, null, null, null, occurredAt);
  }
}
