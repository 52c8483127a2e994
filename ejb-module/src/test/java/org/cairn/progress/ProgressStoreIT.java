package org.cairn.progress;

import static org.cairn.progress.TestSync.event;
import static org.cairn.progress.TestSync.ids;
import static org.cairn.progress.TestSync.json;
import static org.cairn.progress.TestSync.progressed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.cairn.caller.SqlText;
import org.cairn.events.EventPayload;
import org.cairn.progress.ProgressFindings.Finding;
import org.cairn.progress.SyncOutcome.FailedEvent;
import org.cairn.shared.Ids;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sync events, what they reduce to and what is told of them, on the real database. */
class ProgressStoreIT {

  private static final String MONDAY = "2026-03-02T15:00:00Z";
  private static final String TUESDAY = "2026-03-03T15:00:00Z";

  private static final SqlText COUNTED =
      SqlText.of(
          """
          update progress_state set events = :events
          where tenant_id = :tenant and learner_id = :learner
          """);
  private static final SqlText STRAY =
      SqlText.of(
          """
          insert into progress_state (tenant_id, learner_id, events, last_position, latest_at,
            latest_event_id, streak_length, streak_best, calendar_id, last_updated)
          values (:tenant, :learner, 3, 3, '2026-03-02', 'e', 0, 0, '', '2026-03-02')
          """);
  private static final SqlText ERASED =
      SqlText.of(
          """
          insert into erased_learner (tenant_id, learner_key, erased_at)
          values (:tenant, encode(sha256(convert_to(:learner, 'UTF8')), 'hex'), :at)
          """);
  private static final SqlText SCHOOL =
      SqlText.of(
          """
          insert into org (tenant_id, id, sourced_id, status, name, type, time_zone)
          values (:tenant, :id, 'school', 'active', 'A school', 'school', 'America/Chicago')
          """);
  private static final SqlText ENROLL =
      SqlText.of(
          """
          update roster_user set primary_org_id = :org
          where tenant_id = :tenant and id = :learner
          """);
  private static final SqlText CLOSE =
      SqlText.of(
          """
          insert into non_school_day (tenant_id, org_id, day, reason)
          values (:tenant, :org, :day, 'A feast')
          """);
  private static final SqlText SPOIL =
      SqlText.of(
          """
          update progress_item set score = 99
          where tenant_id = :tenant and learner_id = :learner
          """);

  private String tenant;
  private UUID learner;
  private TestSync sync;

  @BeforeEach
  void aLearner() {
    tenant = TestDatabase.newTenant();
    learner = TestPeople.learner(tenant);
    sync = new TestSync(tenant, learner);
  }

  @Test
  void eventsComeBackAsTheyWereSent() {
    Map<String, Object> payload =
        Map.of(
            "contentId",
            "c",
            "status",
            "passed",
            "score",
            new java.math.BigDecimal("87.50"),
            "interaction",
            Map.of("interactionId", "i", "state", Map.of("b", List.of(1, true), "a", "x")));
    sync.put(
        event(
            "e1",
            "2026-03-02T17:00:00.1234567+02:00",
            "content.progressed",
            new java.util.HashMap<>(payload)));
    var told = sync.read(null, 10).events().get(0);
    assertEquals("2026-03-02T17:00:00.1234567+02:00", told.occurredText());
    assertEquals("content.progressed", told.name());
    EventPayload back = told.payload();
    assertEquals(
        json(EventPayload.of(new java.util.HashMap<>(payload)).json()),
        json(String.valueOf(back == null ? "" : back.json())));
  }

  @Test
  void anEventCountsOnceAndAnotherOfItsIdIsAConflict() {
    SyncDraft first = progressed("e1", MONDAY, "c", "completed");
    assertEquals(new SyncOutcome(1, List.of()), sync.put(first));
    assertEquals(new SyncOutcome(0, List.of()), sync.put(first));
    SyncOutcome other =
        sync.put(progressed("e1", MONDAY, "c", "passed"), progressed("e2", MONDAY, "d", "passed"));
    assertEquals(1, other.newEventsCount());
    assertEquals(List.of("EVENT_CONFLICT"), codes(other));
    assertEquals(List.of("e1", "e2"), ids(sync.read(null, 10)));
    assertEquals(sync.reduced(), sync.snapshot());
  }

  @Test
  void anIdTwiceInARequestIsADuplicateOrAConflict() {
    SyncDraft event = progressed("e1", MONDAY, "c", "completed");
    SyncOutcome outcome = sync.put(event, event, progressed("e1", MONDAY, "c", "passed"));
    assertEquals(1, outcome.newEventsCount());
    assertEquals(List.of("EVENT_CONFLICT"), codes(outcome));
  }

  @Test
  void oneBadEventIsNoOthersLoss() {
    SyncOutcome outcome =
        sync.put(
            progressed("e1", MONDAY, "c", "done"),
            progressed("e2", MONDAY, "c", "completed"),
            new SyncDraft(Map.of(), List.of()));
    assertEquals(1, outcome.newEventsCount());
    assertEquals(List.of("EVENT_INVALID", "EVENT_INVALID"), codes(outcome));
    assertEquals("e1", outcome.failedEvents().get(0).eventId());
    assertNull(outcome.failedEvents().get(1).eventId());
    assertTrue(outcome.failedEvents().get(0).message().contains("/payload/status"));
  }

  @Test
  void whatIsStoredIsTheReductionWhateverTheOrderOfArrival() {
    for (long seed = 0; seed < 12; seed++) {
      UUID another = TestPeople.learner(tenant);
      TestSync devices = new TestSync(tenant, another);
      List<SyncDraft> drafts = drafts(new Random(seed));
      Collections.shuffle(drafts, new Random(seed));
      for (int begin = 0; begin < drafts.size(); begin += 5) {
        devices.put(drafts.subList(begin, Math.min(begin + 5, drafts.size())));
        assertEquals(devices.reduced(), devices.snapshot());
      }
    }
  }

  @Test
  void anEventOfAnotherTimeIsToldToEveryDeviceByItsOrderOfAcceptance() {
    sync.put(progressed("e2", TUESDAY, "c", "passed"));
    String cursor = sync.read(null, 10).cursor();
    sync.put(progressed("e1", MONDAY, "c", "in_progress"));
    SyncPage.Content tail = sync.read(cursor, 10);
    assertEquals(List.of("e1"), ids(tail));
    assertFalse(tail.resync());
    assertEquals(List.of(), ids(sync.read(tail.cursor(), 10)));
    assertEquals(tail.cursor(), sync.read(tail.cursor(), 10).cursor());
  }

  @Test
  void pagesBringEveryEventOnce() {
    List<SyncDraft> drafts = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      drafts.add(progressed("e" + i, MONDAY, "c", "in_progress"));
    }
    sync.put(drafts);
    SyncPage.Content first = sync.read(null, 3);
    SyncPage.Content second = sync.read(first.cursor(), 3);
    SyncPage.Content third = sync.read(second.cursor(), 3);
    assertTrue(first.hasMore() && second.hasMore());
    assertFalse(third.hasMore());
    assertEquals(List.of("e6"), ids(third));
  }

  @Test
  void aCursorThatIsNotKnownBeginsAnew() {
    TestSync other = new TestSync(tenant, TestPeople.learner(tenant));
    other.put(progressed("e1", MONDAY, "c", "passed"));
    sync.put(progressed("e1", MONDAY, "c", "passed"));
    for (String cursor :
        List.of(
            "nonsense",
            other.read(null, 10).cursor(),
            new SyncCursor(4711, 1).text(),
            new SyncCursor(1, 1).text())) {
      SyncPage.Content page = sync.read(cursor, 10);
      assertTrue(page.resync(), cursor);
      assertEquals(List.of("e1"), ids(page));
    }
    assertFalse(sync.read(null, 10).resync());
  }

  @Test
  void anEmptyLogHasACursorThatGoesOn() {
    SyncPage.Content empty = sync.read(null, 10);
    assertEquals(List.of(), empty.events());
    sync.put(progressed("e1", MONDAY, "c", "passed"));
    SyncPage.Content tail = sync.read(empty.cursor(), 10);
    assertFalse(tail.resync());
    assertEquals(List.of("e1"), ids(tail));
  }

  @Test
  void anEventFromTheFutureCountsWhenItWasReceived() {
    sync.at("2026-03-02T18:00:00Z");
    sync.put(progressed("e1", "2026-06-01T12:00:00Z", "c", "completed"));
    SyncPage.Content page = sync.read(null, 10);
    assertEquals(Instant.parse("2026-03-02T18:00:00Z"), page.events().get(0).effectiveAt());
    assertTrue(String.valueOf(page.snapshot()).contains("\"lastActivityDate\":\"2026-03-02\""));
    assertTrue(
        String.valueOf(page.snapshot()).contains("\"lastUpdated\":\"2026-06-01T12:00:00.000Z\""));
  }

  @Test
  void theEventsOfALearnerHaveALimitThatDuplicatesDoNotReach() {
    SyncDraft known = progressed("e1", MONDAY, "c", "completed");
    sync.put(known);
    count(ProgressSync.MOST_EVENTS - 1);
    SyncOutcome outcome =
        sync.put(
            known,
            progressed("e2", MONDAY, "d", "completed"),
            progressed("e3", MONDAY, "d", "completed"),
            progressed("e2", MONDAY, "d", "completed"));
    assertEquals(1, outcome.newEventsCount());
    assertEquals(
        List.of("e3 EVENT_LIMIT_EXCEEDED"),
        outcome.failedEvents().stream().map(f -> f.eventId() + " " + f.code()).toList());
    assertEquals(new SyncOutcome(0, List.of()), sync.put(known));
  }

  @Test
  void theCalendarIsPartOfTheSnapshotAndOfItsTag() {
    sync.at("2026-03-06T18:00:00Z");
    UUID school = Ids.next();
    change(SCHOOL, sql -> sql.set("id", school));
    change(ENROLL, sql -> sql.set("org", school).set("learner", learner));
    sync.put(
        progressed("e1", MONDAY, "a", "completed"),
        progressed("e2", "2026-03-04T15:00:00Z", "b", "completed"));
    String before = sync.tag();
    assertTrue(sync.snapshot().contains("\"currentStreak\":1"));
    change(CLOSE, sql -> sql.set("org", school).set("day", LocalDate.parse("2026-03-03")));
    assertNotEquals(before, sync.tag());
    assertTrue(sync.snapshot().contains("\"currentStreak\":2"));
    sync.put(progressed("e3", "2026-03-05T15:00:00Z", "c", "completed"));
    assertTrue(sync.snapshot().contains("\"currentStreak\":3"));
    assertEquals(sync.reduced(), sync.snapshot());
  }

  @Test
  void theTagChangesWithAnEventAndOnlyThen() {
    String empty = sync.tag();
    sync.put(progressed("e1", MONDAY, "a", "completed"));
    String one = sync.tag();
    assertNotEquals(empty, one);
    sync.put(progressed("e1", MONDAY, "a", "completed"));
    assertEquals(one, sync.tag());
  }

  @Test
  void whatWasErasedDoesNotComeBack() {
    change(ERASED, sql -> sql.set("learner", learner.toString()).set("at", Instant.parse(TUESDAY)));
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () ->
                sync.put(
                    progressed("e1", MONDAY, "a", "completed"),
                    progressed("e2", "2026-03-04T15:00:00Z", "a", "completed")));
    assertEquals("LEARNER_ERASED", refusal.problem().name());
    assertEquals(List.of(), sync.read(null, 10).events());
    sync.at("2026-03-04T18:00:00Z");
    assertEquals(
        1, sync.put(progressed("e2", "2026-03-04T15:00:00Z", "a", "completed")).newEventsCount());
  }

  @Test
  void devicesAreTheLatestFirstAndNoMoreThanFifty() {
    for (int i = 0; i < 55; i++) {
      sync.at("2026-03-02T18:%02d:00Z".formatted(i));
      Map<String, Object> members =
          new java.util.HashMap<>(progressed("e" + i, MONDAY, "c", "passed").members());
      members.put("clientId", "device-" + i);
      sync.put(new SyncDraft(new java.util.HashMap<>(members), List.of()));
    }
    List<DeviceView> devices = sync.devices();
    assertEquals(50, devices.size());
    assertEquals(
        new DeviceView("device-54", Instant.parse("2026-03-02T18:54:00Z"), 0), devices.get(0));
  }

  @Test
  void aPlantedDifferenceIsFlaggedAndGoesWhenItIsMended() {
    sync.put(
        progressed("e1", MONDAY, "a", "completed"), progressed("e2", TUESDAY, "b", "in_progress"));
    assertEquals(List.of(), verified());
    change(SPOIL, sql -> sql.set("learner", learner));
    List<Finding> found = verified();
    assertEquals(
        List.of("CONTENT 2"), found.stream().map(f -> f.code() + " " + f.differences()).toList());
    assertEquals(found, verified());
    // A late event has everything reduced anew.
    sync.put(progressed("e0", "2026-03-01T15:00:00Z", "b", "in_progress"));
    assertEquals(List.of(), verified());
  }

  @Test
  void progressWithoutAnyEventIsFlagged() {
    change(STRAY, sql -> sql.set("learner", learner));
    assertEquals(
        List.of("EVENTS 3", "LAST_UPDATED 1", "ORDER 1"),
        verified().stream().map(f -> f.code() + " " + f.differences()).sorted().toList());
  }

  private List<Finding> verified() {
    UUID run = Ids.next();
    Clock clock = Clock.fixed(Instant.parse("2026-03-05T03:00:00Z"), ZoneOffset.UTC);
    return TestDatabase.inTenant(
        tenant,
        sql -> {
          SnapshotVerification verification = Wired.of(SnapshotVerification.class, sql, clock);
          verification.verify(run, verification.page(null, 10));
          verification.settle(run);
          return Wired.of(ProgressFindings.class, sql).page(null, 10).items();
        });
  }

  private static List<SyncDraft> drafts(Random random) {
    List<SyncDraft> drafts = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      String time =
          "2026-03-%02dT%02d:00:00Z".formatted(1 + random.nextInt(20), random.nextInt(24));
      drafts.add(
          switch (random.nextInt(12)) {
            case 0 -> event("e" + i, time, "progress.reset", null);
            case 1 ->
                event(
                    "e" + i,
                    time,
                    "onboarding.completed",
                    new java.util.HashMap<>(Map.of("pathId", "p" + i)));
            default ->
                progressed(
                    "e" + i,
                    time,
                    "c" + random.nextInt(5),
                    List.of(ContentStatus.values()).get(random.nextInt(4)).wire());
          });
    }
    return drafts;
  }

  private void count(int events) {
    change(COUNTED, sql -> sql.set("events", events).set("learner", learner));
  }

  private void change(
      SqlText text, java.util.function.UnaryOperator<org.cairn.caller.SqlCall> values) {
    TestDatabase.inTenant(tenant, sql -> values.apply(sql.with(text)).update());
  }

  private static List<String> codes(SyncOutcome outcome) {
    return outcome.failedEvents().stream().map(FailedEvent::code).toList();
  }
}
