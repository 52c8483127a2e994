package org.cairn.onboarding;

import static org.cairn.onboarding.TestTracks.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cairn.access.Trust;
import org.cairn.events.RecordedEvent;
import org.junit.jupiter.api.Test;

/** The tracks that ship can be completed by what products send, and pay what they say. */
class ShippedTracksTest {

  private static final Map<String, Track> TRACKS =
      new TrackFiles(Path.of(System.getProperty("cairn.config"), "tracks"))
          .read().definitions().stream()
              .map(definition -> TrackReader.read(definition.spec()))
              .collect(Collectors.toMap(Track::key, track -> track));

  private int number;

  @Test
  void aJourneyOfAWeekCompletesTheFirstWeek() {
    List<RecordedEvent> events = new ArrayList<>();
    events.add(own("journey.started", 0));
    for (int i = 0; i < 20; i++) {
      events.add(own("question.answered", 1 + i * 2));
    }
    events.add(own("session.completed", 42));
    TrackState state = fold("first-week", events);
    assertNotNull(state.completedBy());
    assertEquals(StepStatus.COMPLETED, state.step("come-back").status());
    assertEquals(10 + 5 + 15 + 20 + 20 + 25 + 30, state.xpEarned());
    events.add(own("journey.completed", 400));
    assertEquals(125 + 50, fold("first-week", events).xpEarned());
  }

  @Test
  void whatOnlyTheDeviceSaysIsNoFirstWeek() {
    assertNull(fold("first-week", List.of(event("1", "journey.started", 0))).startedAt());
  }

  @Test
  void aQuestionADayCompletesTheSevenDays() {
    List<RecordedEvent> events = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      events.add(own("question.answered", day * 24 + (day == 0 ? 0 : 3)));
    }
    TrackState state = fold("seven-days", events);
    assertEquals(100, state.progress());
    assertEquals(10 + 5 * 10 + 20 + 40, state.xpEarned());
  }

  @Test
  void aMissedDayNeverBlocksTheLastOne() {
    TrackState state =
        fold("seven-days", List.of(own("question.answered", 0), own("question.answered", 192)));
    assertNotNull(state.completedBy());
    assertEquals(10 + 20 + 40, state.xpEarned());
  }

  @Test
  void cardsAndThreeDifferentFactsCompleteTheDrill() {
    List<RecordedEvent> events = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      events.add(said("drill.card.answered", i, Map.of("correct", true, "skillId", "s" + i)));
    }
    for (String fact : List.of("7x8", "7x8", "6x9")) {
      events.add(said("drill.card.mastered", 30, Map.of("skillId", fact, "mastery", 0.9)));
    }
    assertNull(fold("fact-drill", events).completedBy());
    events.add(said("drill.card.mastered", 31, Map.of("skillId", "6x7", "mastery", 0.79)));
    assertNull(fold("fact-drill", events).completedBy());
    events.add(said("drill.card.mastered", 32, Map.of("skillId", "6x7", "mastery", 0.8)));
    assertEquals(5 + 20 + 40 + 20 + 25, fold("fact-drill", events).xpEarned());
  }

  @Test
  void whoIsReadyReadsAloneAndWhoIsNotReadsAlong() {
    Map<String, Object> alone = Map.of("aloud", false);
    TrackState ready =
        fold(
            "reading-start",
            List.of(
                said("placement.completed", 0, Map.of("subject", "ELA", "band", "ready")),
                said("story.read", 1, alone),
                said("story.read", 2, alone),
                said("story.read", 3, alone),
                said("story.read", 4, alone),
                said("story.chosen", 5, Map.of())));
    assertNotNull(ready.completedBy());
    assertEquals(StepStatus.BLOCKED, ready.step("hear-a-story").status());
    TrackState beginning =
        fold(
            "reading-start",
            List.of(
                said("placement.completed", 0, Map.of("subject", "ELA", "band", "emerging")),
                said("story.heard", 1, Map.of()),
                said("story.read", 2, Map.of("aloud", true)),
                said("story.chosen", 3, Map.of())));
    assertNotNull(beginning.completedBy());
    assertEquals(StepStatus.BLOCKED, beginning.step("read-three").status());
    assertEquals(100, beginning.progress());
  }

  @Test
  void aTeacherGetsStartedAndEarnsNothing() {
    TrackState state =
        fold(
            "teacher-start",
            List.of(
                said("class.opened", 0, Map.of()),
                said("learner.progress.viewed", 1, Map.of()),
                said("track.assigned", 2, Map.of())));
    assertNotNull(state.completedBy());
    assertEquals(0, state.xpEarned());
  }

  private static TrackState fold(String key, List<RecordedEvent> events) {
    Track track = Objects.requireNonNull(TRACKS.get(key));
    return TrackFold.fold(track, Witness.of(track, events));
  }

  private RecordedEvent own(String name, int hour) {
    return event(name + ++number, name, hour, Map.of(), Trust.SERVER);
  }

  private RecordedEvent said(String name, int hour, Map<String, Object> payload) {
    return event(name + ++number, name, hour, payload, Trust.SYSTEM);
  }
}
