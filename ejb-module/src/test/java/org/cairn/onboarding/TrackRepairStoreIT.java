package org.cairn.onboarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.access.Permissions;
import org.cairn.access.Trust;
import org.cairn.caller.TenantSql;
import org.cairn.events.Consequences;
import org.cairn.events.EventLog;
import org.cairn.events.EventsRecorded;
import org.cairn.events.NewEvent;
import org.cairn.onboarding.TrackAlignment.Stale;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A district's own tracks, and what late events and retired steps do, with the real log. */
class TrackRepairStoreIT {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(START.plus(60, ChronoUnit.DAYS), ZoneOffset.UTC);

  private static final String TRACK =
      """
      {"key": "tour", "name": "Tour",
       "streakRule": {"hoursWindow": 48, "bonusXp": 25}, "completionRewards": {"xpBonus": 25},
       "steps": [
         {"key": "visit", "title": "Visit", "completion": {"eventName": "place.visited"}},
         {"key": "again", "title": "Again", "completion": {"eventName": "place.visited"},
          "availability": {"unlockAfterHours": 24, "dueWithinHours": 24}},
         {"key": "tell", "title": "Tell", "completion": {"eventName": "place.told"},
          "prerequisites": [{"kind": "step_completed", "stepKey": "again"}]}]}
      """;

  private final Map<String, Integer> owed = new HashMap<>();
  private String tenant;
  private UUID learner;

  @BeforeEach
  void aLearnerOfADistrictWithATrack() throws JsonProcessingException {
    tenant = TestDatabase.newTenant();
    learner = TestPeople.learner(tenant);
    put(null, TRACK);
  }

  @Test
  void anyOrderEndsInTheSameRowsAndNothingIsKeptThatDoesNotCount() {
    List<NewEvent> events = new ArrayList<>();
    for (int hour : List.of(0, 5, 10, 20, 23, 26, 30, 47)) {
      events.add(event("v" + hour, "place.visited", hour));
    }
    events.add(event("t20", "place.told", 20));
    events.add(event("t28", "place.told", 28));
    Set<List<Object>> ends = new HashSet<>();
    for (int round = 0; round < 8; round++) {
      learner = TestPeople.learner(tenant);
      owed.clear();
      Collections.shuffle(events, new Random(round));
      for (NewEvent event : events) {
        record(Trust.CLIENT, event);
      }
      Standing standing = standing();
      assertEquals(80, standing.xpEarned());
      assertEquals(80, owed.values().stream().mapToInt(Integer::intValue).sum());
      ends.add(List.of(standing.progress(), Set.copyOf(standing.evidence())));
    }
    assertEquals(1, ends.size(), ends::toString);
    assertEquals(4, standing().evidence().size());
  }

  @Test
  void aLateEventThatMovesTheStartTakesBackAndAnotherRepairs() {
    record(Trust.CLIENT, event("v0", "place.visited", 0), event("v25", "place.visited", 25));
    record(Trust.CLIENT, event("t26", "place.told", 26));
    assertEquals(80, standing().xpEarned());
    record(Trust.CLIENT, event("early", "place.visited", -60));
    assertEquals(10, standing().xpEarned());
    assertEquals(
        Map.of("step/visit", 10, "step/again", 0, "step/tell", 0, "streak", 0, "completion", 0),
        owed);
    assertNull(standing().completedAt());
    record(Trust.CLIENT, event("repair", "place.visited", -12));
    assertEquals(55, standing().xpEarned());
    assertEquals(hour(26), standing().completedAt());
  }

  @Test
  void learnersFinishOnTheVersionThatWasStartedAndWaitForNoStepThatIsGone()
      throws JsonProcessingException {
    record(Trust.CLIENT, event("v0", "place.visited", 0), event("v25", "place.visited", 25));
    String next =
        TRACK.replaceAll("(?s),\\s+\\{\"key\": \"tell\".*", "]}").replace("Visit", "Call");
    assertEquals("district-2", put("district-1", next).version());
    List<Stale> stale = inTenant(sql -> new StaleStore(sql).page(null, 10));
    assertEquals(List.of(new Stale(learner, "tour")), stale);
    assertEquals(1L, inTenant(sql -> new StaleStore(sql).total()).longValue());

    record(Trust.SERVER, TrackCommand.RETIRE.event("tour", null, Map.of()));
    assertEquals(1, standing().version());
    assertEquals(100, standing().progress());
    assertEquals(70, standing().xpEarned());
    assertEquals(70, owed.values().stream().mapToInt(Integer::intValue).sum());
    assertEquals(hour(25), standing().completedAt());
    assertEquals(0L, inTenant(sql -> new StaleStore(sql).total()).longValue());
    assertEquals(List.of(), inTenant(sql -> new StaleStore(sql).page(stale.get(0).key(), 10)));
  }

  @Test
  void decisionsAreKeptAsEvidenceAlsoBeforeTheStart() {
    record(Trust.SERVER, TrackCommand.DISMISS.event("tour", null, Map.of()));
    record(Trust.SERVER, TrackCommand.WAIVE.event("tour", "tell", Map.of("reason", "x")));
    assertNull(standing().startedAt());
    assertNotNull(standing().dismissedAt());
    record(Trust.SERVER, TrackCommand.UNDISMISS.event("tour", null, Map.of()));
    record(Trust.CLIENT, event("v0", "place.visited", 0));
    assertNull(standing().dismissedAt());
    assertEquals(67, standing().progress());
    TrackProgressView view =
        inTenant(
            sql ->
                Wired.of(ProgressReading.class, sql, CLOCK)
                    .view(Permissions.visible(learner), "tour"));
    assertEquals(
        List.of("COMPLETED", "MISSED", "SKIPPED"),
        view.steps().stream().map(StepView::status).toList());
    assertTrue(view.steps().get(2).waived());
    assertNull(view.nextStep());
    assertEquals(
        List.of("NEXT visit again true", "OPENS again tell false"),
        view.map().edges().stream()
            .map(e -> e.kind() + " " + e.from() + " " + e.to() + " " + e.taken())
            .toList());
  }

  @Test
  void anOwnTrackIsChangedOnlyByWhoHasSeenItsLastVersion() throws JsonProcessingException {
    assertEquals("district-1", put("district-1", TRACK).version());
    String other = TRACK.replace("Tour", "Round");
    assertEquals(OnboardingProblem.TRACK_STALE, refused(() -> put("district-9", other)).problem());
    assertEquals("If-Match", field(refused(() -> put(null, other))));
    assertEquals(
        "/steps/0/completion/eventName",
        field(refused(() -> put("district-1", TRACK.replaceFirst("place.visited", "Place")))));
    assertEquals(
        "/steps/2/prerequisites/0/stepKey",
        field(
            refused(
                () ->
                    put(
                        "district-1",
                        TRACK.replace("\"stepKey\": \"again\"", "\"stepKey\": \"x\"")))));
    assertEquals(
        "/name",
        field(refused(() -> put("district-1", TRACK.replace("\"Tour\"", "\"a\\u0000b\"")))));
    assertEquals("district-2", put("district-1", other).version());
    assertEquals("RETIRED", definitions(d -> d.retire("tour", "district-2")).state());
    assertTrue(inTenant(sql -> tracks(sql).track("tour", null)).isEmpty());
    assertEquals("ACTIVE", put("district-2", other).state());
  }

  @Test
  void onePageFollowsAnother() throws JsonProcessingException {
    JsonNode second = new ObjectMapper().readTree(TRACK.replace("\"tour\"", "\"zoo\""));
    definitions(d -> d.put("zoo", null, second));
    var first = definitions(d -> d.page(null, 1));
    assertEquals(1, first.items().size());
    List<String> keys = new ArrayList<>();
    String cursor = null;
    do {
      String from = cursor;
      var page = definitions(d -> d.page(from, 1));
      page.items().forEach(item -> keys.add(item.key()));
      cursor = page.next();
    } while (cursor != null);
    assertTrue(keys.containsAll(List.of("tour", "zoo")), keys::toString);
    assertEquals(keys.stream().sorted().distinct().toList(), keys);
  }

  private static String field(ProblemException refused) {
    return refused.errors().stream().map(FieldError::field).findFirst().orElse("");
  }

  private static ProblemException refused(org.junit.jupiter.api.function.Executable work) {
    return assertThrows(ProblemException.class, work);
  }

  private TrackDefinitionView put(String basedOn, String spec) throws JsonProcessingException {
    JsonNode document = new ObjectMapper().readTree(spec);
    return definitions(definitions -> definitions.put("tour", basedOn, document));
  }

  private <T> T definitions(Function<TrackDefinitions, T> work) {
    return inTenant(sql -> work.apply(Wired.of(TrackDefinitions.class, sql, CLOCK)));
  }

  private void record(Trust trust, NewEvent... events) {
    inTenant(
        sql ->
            Wired.of(EventLog.class, sql, CLOCK, reacting(sql))
                .append(Permissions.acting(learner), List.of(events), trust, new Consequences()));
  }

  private static Tracks tracks(TenantSql sql) {
    return new TrackCatalog(new TrackStore(sql), CLOCK).tracks();
  }

  /** The log's events go to the reaction; what is owed is written down. */
  private Event<?> reacting(TenantSql sql) {
    StepAdvancement advancement =
        new StepAdvancement(
            new TrackCatalog(new TrackStore(sql), CLOCK),
            new ProgressStore(sql),
            Wired.of(EventLog.class, sql, CLOCK),
            listening(this::note));
    return listening(
        fired -> {
          if (fired instanceof EventsRecorded recorded) {
            advancement.on(recorded);
          }
        });
  }

  private void note(Object fired) {
    ((TrackAdvanced) fired)
        .rewards()
        .forEach(reward -> owed.put(reward.source().replace("track/tour/", ""), reward.amount()));
  }

  @SuppressWarnings("unchecked")
  private static <T> Event<T> listening(java.util.function.Consumer<Object> listener) {
    return (Event<T>)
        Proxy.newProxyInstance(
            TrackRepairStoreIT.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, arguments) -> {
              listener.accept(arguments[0]);
              return null;
            });
  }

  private Standing standing() {
    return inTenant(
        sql -> new ProgressStore(sql).standings(Permissions.visible(learner)).get("tour"));
  }

  private <T> T inTenant(Function<TenantSql, T> work) {
    return TestDatabase.inTenant(tenant, work);
  }

  private static Instant hour(int hour) {
    return START.plus(hour, ChronoUnit.HOURS);
  }

  private static NewEvent event(String id, String name, int hour) {
    return new NewEvent(id, name, null, null, null, null, null, hour(hour));
  }
}
