package org.cairn.onboarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairn.access.Trust;
import org.cairn.events.EventPayload;
import org.cairn.events.RecordedEvent;
import org.cairn.onboarding.StepCondition.Count;
import org.cairn.onboarding.StepCondition.OneEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackFoldTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

  /** The worked example of the specification: 20+20+20+20+30, streak 48 h +25, completion +25. */
  private static final Track EXAMPLE =
      track(
          step("one", 20, new OneEvent(match("a.one"))),
          step("two", 20, new OneEvent(match("a.two"))),
          step("three", 20, new OneEvent(match("a.three"))),
          step("four", 20, new OneEvent(match("a.four"))),
          step("five", 30, new Count(match("a.five"), 3, null)));

  @Test
  void paysOneHundredAndSixtyWithinTheStreakWindow() {
    assertEquals(160, advance(EXAMPLE, exampleEndingAt(48)).after().xpEarned());
  }

  @Test
  void paysOneHundredAndThirtyFivePastIt() {
    assertEquals(135, advance(EXAMPLE, exampleEndingAt(49)).after().xpEarned());
  }

  @Test
  void startsAtTheEarliestMatchingEventHoweverLateItArrives() {
    Track track = track(step("one", 5, new OneEvent(match("a.one"))));
    Advance advance =
        advance(track, List.of(event("late", "a.one", 5), event("early", "a.one", 1)));
    assertEquals(hour(1), advance.after().startedAt());
    assertEquals("early", by(advance.after(), "one").eventId());
  }

  @Test
  void countsDistinctEventsInsideTheWindowOnly() {
    Track track =
        track(
            step("start", 0, new OneEvent(match("a.start"))),
            step("count", 5, new Count(match("a.count"), 2, 24)));
    List<RecordedEvent> inTime =
        List.of(event("s", "a.start", 0), event("1", "a.count", 1), event("2", "a.count", 24));
    assertNotNull(advance(track, inTime).after().completedBy());
    List<RecordedEvent> tooLate =
        List.of(event("s", "a.start", 0), event("1", "a.count", 1), event("2", "a.count", 25));
    assertNull(advance(track, tooLate).after().completedBy());
  }

  @Test
  void aLateEventThatMovesTheStartCanTakeBackWhatWasPaid() {
    Track track =
        track(
            step("start", 0, new OneEvent(match("a.start"))),
            step("count", 5, new Count(match("a.count"), 1, 24)));
    Advance first = advance(track, List.of(event("1", "a.count", 30)));
    assertEquals(5, first.after().xpEarned());
    Advance late = Advance.of(track, first.newEvidence(), List.of(event("s", "a.start", 0)));
    assertEquals(0, late.after().xpEarned());
    Reward withdrawn = late.changedRewards().get(0);
    assertEquals(0, withdrawn.amount());
    assertEquals("s", withdrawn.eventId());
  }

  @ParameterizedTest
  @CsvSource({"0,3,0", "1,3,33", "2,3,67", "1,8,13", "3,3,100", "1,200,1"})
  void roundsProgressHalfUp(int done, int all, int percent) {
    assertEquals(percent, TrackFold.progress(done, all));
  }

  @Test
  void payloadFiltersAreStrict() {
    EventMatch one = new EventMatch("a.b", null, null, Map.of("n", 1), Trust.CLIENT);
    assertTrue(one.matches(event(Map.of("n", 1))));
    assertTrue(one.matches(event(Map.of("n", 1.0))));
    assertEquals(false, one.matches(event(Map.of("n", "1"))));
    assertEquals(false, one.matches(event(Map.of("m", 1))));
    assertEquals(false, one.matches(event("e", "a.b", 0)));
  }

  @Test
  void versionAndModuleAreComparedWhereTheEventCarriesThem() {
    EventMatch match = new EventMatch("a.b", 2, "deals", Map.of(), Trust.CLIENT);
    assertTrue(match.matches(event("e", "a.b", 0)));
    assertTrue(match.matches(carrying(2, "deals")));
    assertEquals(false, match.matches(carrying(1, "deals")));
    assertEquals(false, match.matches(carrying(2, "mail")));
  }

  @Test
  void aStepCanAskForMoreTrust() {
    EventMatch match = new EventMatch("a.b", null, null, Map.of(), Trust.SYSTEM);
    assertEquals(false, match.matches(event("e", "a.b", 0)));
  }

  /** Any order, any split in requests, any repetition: the same state. */
  @Property(tries = 10_000)
  void theOrderOfArrivalNeverMatters(
      @ForAll("histories") List<RecordedEvent> events, @ForAll("shuffles") List<Integer> shuffle) {
    Track track =
        track(
            step("one", 5, new OneEvent(match("a.one"))),
            step("window", 7, new Count(match("a.two"), 3, 24)),
            step("count", 11, new Count(match("a.three"), 2, null)));
    TrackState atOnce = advance(track, events).after();
    List<RecordedEvent> shuffled = new ArrayList<>(events);
    for (int i = 0; i < shuffle.size() && !events.isEmpty(); i++) {
      shuffled.add(shuffled.remove(shuffle.get(i) % shuffled.size()));
      shuffled.add(shuffled.get(shuffle.get(i) % shuffled.size()));
    }
    List<Evidence> stored = new ArrayList<>();
    TrackState oneByOne = TrackFold.fold(track, stored);
    for (RecordedEvent event : shuffled) {
      Advance advance = Advance.of(track, stored, List.of(event));
      advance.newEvidence().stream().filter(e -> !stored.contains(e)).forEach(stored::add);
      if (!advance.changesNothing()) {
        oneByOne = advance.after();
      }
    }
    assertEquals(atOnce, oneByOne);
    assertEquals(TrackFold.fold(track, everyMatch(track, events)), oneByOne);
  }

  /** Without leaving out what cannot matter any more: the proof that it cannot. */
  private static List<Evidence> everyMatch(Track track, List<RecordedEvent> events) {
    List<Evidence> all = new ArrayList<>();
    for (Step step : track.steps()) {
      events.stream()
          .filter(event -> step.completion().match().matches(event))
          .forEach(
              event ->
                  all.add(new Evidence(step.key(), event.eventId(), event.effectiveAt(), false)));
    }
    return all;
  }

  @Provide
  Arbitrary<List<RecordedEvent>> histories() {
    Arbitrary<String> names = Arbitraries.of("a.one", "a.two", "a.three", "a.other");
    Arbitrary<Integer> hours = Arbitraries.integers().between(0, 40);
    return Combinators.combine(names, hours)
        .as((name, hour) -> event(name + hour, name, hour))
        .list()
        .uniqueElements(RecordedEvent::eventId)
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<Integer>> shuffles() {
    return Arbitraries.integers().between(0, 1000).list().ofMaxSize(12);
  }

  private static Advance advance(Track track, List<RecordedEvent> events) {
    return Advance.of(track, List.of(), events);
  }

  private static Evidence by(TrackState state, String step) {
    return Objects.requireNonNull(state.completions().get(step));
  }

  private static List<RecordedEvent> exampleEndingAt(int hour) {
    return List.of(
        event("1", "a.one", 0),
        event("2", "a.two", 1),
        event("3", "a.three", 2),
        event("4", "a.four", 3),
        event("5", "a.five", 4),
        event("6", "a.five", 5),
        event("7", "a.five", hour));
  }

  private static Track track(Step... steps) {
    return new Track(
        "t",
        1,
        null,
        "T",
        null,
        true,
        true,
        new Track.StreakRule(48, 25),
        25,
        null,
        List.of(steps));
  }

  private static Step step(String key, int xp, StepCondition condition) {
    return new Step(key, key, null, null, null, null, null, 1, xp, true, condition);
  }

  private static EventMatch match(String name) {
    return new EventMatch(name, null, null, Map.of(), Trust.CLIENT);
  }

  private static Instant hour(int hour) {
    return MONDAY.plus(hour, ChronoUnit.HOURS);
  }

  private static RecordedEvent event(String id, String name, int hour) {
    return event(id, name, hour, null, null, null);
  }

  private static RecordedEvent event(Map<String, Object> payload) {
    return event("e", "a.b", 0, null, null, EventPayload.of(payload));
  }

  private static RecordedEvent carrying(int version, String module) {
    return event("e", "a.b", 0, version, module, null);
  }

  private static RecordedEvent event(
      String id, String name, int hour, Integer version, String module, EventPayload payload) {
    return new RecordedEvent(
        new UUID(0, 1),
        1,
        id,
        name,
        version,
        module,
        null,
        null,
        payload,
        hour(hour),
        hour(hour),
        hour(hour),
        Trust.CLIENT);
  }
}
