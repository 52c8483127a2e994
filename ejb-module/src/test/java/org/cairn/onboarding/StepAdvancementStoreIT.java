package org.cairn.onboarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.cairn.access.Permissions;
import org.cairn.access.Trust;
import org.cairn.caller.TenantSql;
import org.cairn.caller.Tenants;
import org.cairn.definitions.AlignmentView;
import org.cairn.events.Consequences;
import org.cairn.events.EventLog;
import org.cairn.events.EventsRecorded;
import org.cairn.events.RecordedEvent;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepAdvancementStoreIT {

  private static final Path CONFIG = Path.of(System.getProperty("cairn.config"));
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(START, ZoneOffset.UTC);

  private final List<TrackAdvanced> advanced = new ArrayList<>();
  private String tenant;
  private UUID learner;
  private long position;

  @BeforeAll
  static void tracks() {
    align();
  }

  @BeforeEach
  void aLearner() {
    tenant = TestDatabase.newTenant();
    learner = TestPeople.learner(tenant);
  }

  @Test
  void aligningAgainChangesNothingAndSaysSo() {
    AlignmentView again = align();
    assertEquals(List.of(), again.created());
    assertEquals(List.of(), again.changed());
    assertEquals(0, again.retired());
    assertTrue(again.unchanged() >= 2);
  }

  @Test
  void theExampleEarnsItsXpOnceHoweverOftenAndInWhateverOrderItIsSent() {
    List<RecordedEvent> events = new ArrayList<>(example(47));
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(events, new Random(round));
      events.forEach(event -> record(List.of(event)));
    }
    Standing standing = standing();
    assertEquals(160, standing.xpEarned());
    assertEquals(100, standing.progress());
    assertEquals(START, standing.startedAt());
    assertEquals(hour(47), standing.completedAt());
    assertEquals(
        160, advanced.stream().flatMap(a -> a.rewards().stream()).mapToInt(Reward::amount).sum());
  }

  @Test
  void oneRequestIsOneAdvance() {
    record(example(49));
    assertEquals(1, advanced.size());
    assertEquals(135, standing().xpEarned());
  }

  @Test
  void aLateEventRepairsTheStreakBonus() {
    record(example(60));
    assertEquals(135, standing().xpEarned());
    record(List.of(event("late", "page.read", 10)));
    assertEquals(160, standing().xpEarned());
    Reward repaired = advanced.get(1).rewards().get(0);
    assertEquals("track/first-steps/streak", repaired.source());
    assertEquals(25, repaired.amount());
  }

  @Test
  void eventsThatNoTrackAsksForStoreNothing() {
    record(List.of(event("x", "deal.created", 0)));
    assertEquals(List.of(), advanced);
    assertTrue(
        inTenant(sql -> new ProgressStore(sql).standings(Permissions.visible(learner))).isEmpty());
  }

  @Test
  void tellsAgainWhatAnEventHasCompleted() {
    record(example(47));
    List<String> told =
        inTenant(
            sql ->
                new ProgressStore(sql)
                    .causedBy(Permissions.acting(learner), List.of("7")).stream()
                        .map(c -> c.kind() + " " + c.key())
                        .toList());
    assertEquals(
        List.of("STEP_COMPLETED first-steps/read-three", "TRACK_COMPLETED first-steps"), told);
  }

  private void record(List<RecordedEvent> events) {
    List<RecordedEvent> placed = events.stream().map(this::placed).toList();
    inTenant(
        sql -> {
          StepAdvancement advancement =
              new StepAdvancement(
                  new TrackCatalog(new TrackStore(sql), CLOCK),
                  new ProgressStore(sql),
                  Wired.of(EventLog.class, sql, CLOCK),
                  collect());
          advancement.on(
              new EventsRecorded(
                  Permissions.acting(learner), placed, new Consequences(), null, null));
          return null;
        });
  }

  private RecordedEvent placed(RecordedEvent event) {
    return new RecordedEvent(
        learner,
        ++position,
        event.eventId(),
        event.name(),
        null,
        null,
        null,
        null,
        null,
        event.occurredAt(),
        event.effectiveAt(),
        event.recordedAt(),
        Trust.CLIENT);
  }

  private Standing standing() {
    return inTenant(
        sql -> new ProgressStore(sql).standings(Permissions.visible(learner)).get("first-steps"));
  }

  private <T> T inTenant(java.util.function.Function<TenantSql, T> work) {
    return TestDatabase.inTenant(tenant, work);
  }

  private static AlignmentView align() {
    return TestDatabase.inTenant(
        Tenants.SHARED, sql -> Wired.of(TrackAlignment.class, sql, CLOCK).align(CONFIG));
  }

  @SuppressWarnings("unchecked")
  private jakarta.enterprise.event.Event<TrackAdvanced> collect() {
    return (jakarta.enterprise.event.Event<TrackAdvanced>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {jakarta.enterprise.event.Event.class},
            (proxy, method, arguments) -> {
              advanced.add((TrackAdvanced) arguments[0]);
              return null;
            });
  }

  private static List<RecordedEvent> example(int lastHour) {
    return List.of(
        event("1", "cairn.opened", 0),
        event("2", "companion.chosen", 1),
        event("3", "goal.set", 2),
        event("4", "lesson.started", 3),
        event("5", "page.read", 4),
        event("6", "page.read", 5),
        event("7", "page.read", lastHour));
  }

  private static Instant hour(int hour) {
    return START.plus(hour, ChronoUnit.HOURS);
  }

  private static RecordedEvent event(String id, String name, int hour) {
    return new RecordedEvent(
        new UUID(0, 0),
        0,
        id,
        name,
        null,
        null,
        null,
        null,
        null,
        hour(hour),
        hour(hour),
        hour(hour),
        Trust.CLIENT);
  }
}
