package org.cairn.onboarding;

import static org.cairn.onboarding.TestTracks.event;
import static org.cairn.onboarding.TestTracks.hour;
import static org.cairn.onboarding.TestTracks.match;
import static org.cairn.onboarding.TestTracks.step;
import static org.cairn.onboarding.TestTracks.track;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cairn.access.Trust;
import org.cairn.events.RecordedEvent;
import org.cairn.onboarding.StepCondition.Count;
import org.cairn.onboarding.StepCondition.OneEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackFoldTest {

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
    Advance late =
        Advance.of(track, first.added(), List.of(event("s", "a.start", 0)), from -> List.of());
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
    assertTrue(one.matches(carrying(Map.of("n", 1))));
    assertTrue(one.matches(carrying(Map.of("n", 1.0))));
    assertEquals(false, one.matches(carrying(Map.of("n", "1"))));
    assertEquals(false, one.matches(carrying(Map.of("m", 1))));
    assertEquals(false, one.matches(event("e", "a.b", 0)));
  }

  @Test
  void versionAndModuleAreComparedWhereTheEventCarriesThem() {
    EventMatch match = new EventMatch("a.b", 2, "deals", Map.of(), Trust.CLIENT);
    assertTrue(match.matches(event("e", "a.b", 0)));
    assertTrue(match.matches(versioned(2, "deals")));
    assertEquals(false, match.matches(versioned(1, "deals")));
    assertEquals(false, match.matches(versioned(2, "mail")));
  }

  @Test
  void aStepCanAskForMoreTrust() {
    EventMatch match = new EventMatch("a.b", null, null, Map.of(), Trust.SYSTEM);
    assertEquals(false, match.matches(event("e", "a.b", 0)));
  }

  private static Advance advance(Track track, List<RecordedEvent> events) {
    return Advance.of(track, List.of(), events, from -> List.of());
  }

  private static Evidence by(TrackState state, String step) {
    return Objects.requireNonNull(state.step(step).completedBy());
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

  private static RecordedEvent carrying(Map<String, Object> payload) {
    return event("e", "a.b", 0, payload);
  }

  private static RecordedEvent versioned(int version, String module) {
    RecordedEvent event = event("e", "a.b", 0);
    return new RecordedEvent(
        event.learnerId(),
        event.position(),
        event.eventId(),
        event.name(),
        version,
        module,
        null,
        null,
        null,
        event.occurredAt(),
        event.effectiveAt(),
        event.recordedAt(),
        Trust.CLIENT);
  }
}
