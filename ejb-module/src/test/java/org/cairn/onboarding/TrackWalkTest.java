package org.cairn.onboarding;

import static org.cairn.onboarding.StepStatus.AVAILABLE;
import static org.cairn.onboarding.StepStatus.BLOCKED;
import static org.cairn.onboarding.StepStatus.COMPLETED;
import static org.cairn.onboarding.StepStatus.LOCKED;
import static org.cairn.onboarding.StepStatus.MISSED;
import static org.cairn.onboarding.StepStatus.SKIPPED;
import static org.cairn.onboarding.TestTracks.after;
import static org.cairn.onboarding.TestTracks.afterAny;
import static org.cairn.onboarding.TestTracks.available;
import static org.cairn.onboarding.TestTracks.branching;
import static org.cairn.onboarding.TestTracks.carrying;
import static org.cairn.onboarding.TestTracks.command;
import static org.cairn.onboarding.TestTracks.event;
import static org.cairn.onboarding.TestTracks.fold;
import static org.cairn.onboarding.TestTracks.hour;
import static org.cairn.onboarding.TestTracks.match;
import static org.cairn.onboarding.TestTracks.optional;
import static org.cairn.onboarding.TestTracks.retired;
import static org.cairn.onboarding.TestTracks.step;
import static org.cairn.onboarding.TestTracks.track;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cairn.events.RecordedEvent;
import org.cairn.onboarding.StepCondition.SrsMastery;
import org.cairn.onboarding.StepCondition.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackWalkTest {

  private static final Step FIRST = step("first", "a.first");
  private static final Step SECOND = step("second", "a.second");
  private static final Branch LEFT =
      new Branch("left", null, carrying("way", "left"), List.of("right"));
  private static final Branch ELSE = new Branch("else", null, null, List.of("left"));

  /** A fork, and the two steps that it leads to. */
  private static final Track FORK =
      track(
          branching(step("fork", "a.fork"), LEFT, ELSE),
          after(step("left", "a.left"), "fork/left"),
          after(step("right", "a.right"), "fork/else"));

  @ParameterizedTest
  @CsvSource({"23,false", "24,true", "48,true", "49,false"})
  void countsFromTheUnlockToTheDueTimeBothIncluded(int hour, boolean counts) {
    Track track = track(FIRST, available(SECOND, 24, 24));
    TrackState state = fold(track, event("1", "a.first", 0), event("2", "a.second", hour));
    assertEquals(counts, state.step("second").completedBy() != null);
  }

  @Test
  void dayTwoBeginsADayAfterTheStart() {
    assertEquals(hour(0), Availability.of(null, 1, null).unlocksAt(hour(0)));
    assertEquals(hour(24), Availability.of(null, 2, null).unlocksAt(hour(0)));
    assertEquals(hour(5), Availability.of(5, 2, null).unlocksAt(hour(0)));
  }

  @Test
  void anEventForALockedStepStartsTheTrack() {
    Track track = track(FIRST, available(SECOND, 24, null));
    TrackState state = fold(track, event("1", "a.second", 3), event("2", "a.first", 5));
    assertEquals(hour(3), state.startedAt());
    assertNull(state.step("second").completedBy());
  }

  @Test
  void theLearnersOwnStartCountsWhereItIsEarlier() {
    Track track = track(FIRST);
    TrackState state =
        fold(track, event("1", "a.first", 5), command("c", TrackCommand.START, 2, null));
    assertEquals(hour(2), state.startedAt());
    assertEquals(100, state.progress());
  }

  @ParameterizedTest
  @CsvSource({"9,false", "10,true", "20,true", "21,false"})
  void aWindowIsCountedFromTheStart(int hour, boolean counts) {
    Track track = track(FIRST, step("window", 5, new TimeWindow(match("a.window"), 10, 20)));
    TrackState state = fold(track, event("1", "a.first", 0), event("2", "a.window", hour));
    assertEquals(counts, state.step("window").completedBy() != null);
  }

  @Test
  void oneSkillThatIsMasteredFiveTimesCountsOnce() {
    Track track =
        track(step("srs", 5, new SrsMastery(match("a.card"), "skillId", "mastery", dot8(), 2)));
    TrackState five =
        fold(track, card("1", 1, "x", 0.8), card("2", 2, "x", 0.9), card("3", 3, "x", 1));
    assertNull(five.step("srs").completedBy());
    TrackState two =
        fold(track, card("1", 1, "x", 0.8), card("2", 2, "x", 0.9), card("4", 4, "y", 0.8));
    assertEquals("4", Objects.requireNonNull(two.step("srs").completedBy()).eventId());
  }

  @Test
  void lessMasteryOnlyStartsTheTrack() {
    Track track =
        track(step("srs", 5, new SrsMastery(match("a.card"), "skillId", "mastery", dot8(), 1)));
    TrackState state = fold(track, card("1", 1, "x", 0.79), event("2", "a.card", 2));
    assertEquals(hour(1), state.startedAt());
    assertNull(state.step("srs").completedBy());
  }

  @Test
  void anEventBeforeThePrerequisiteDoesNotCount() {
    Track track = track(FIRST, after(SECOND, "first"));
    TrackState early = fold(track, event("2", "a.second", 1), event("1", "a.first", 2));
    assertNull(early.step("second").completedBy());
    TrackState late = fold(track, event("1", "a.first", 2), event("2", "a.second", 3));
    assertNotNull(late.step("second").completedBy());
  }

  @Test
  void oneEventNeverOpensAStepAndCountsForIt() {
    Track track = track(FIRST, after(step("again", "a.first"), "first"));
    assertNull(fold(track, event("1", "a.first", 1)).step("again").completedBy());
    TrackState twice = fold(track, event("1", "a.first", 1), event("2", "a.first", 1));
    assertEquals("2", Objects.requireNonNull(twice.step("again").completedBy()).eventId());
  }

  @Test
  void allPrerequisitesAreNeededOrAny() {
    Step third = step("third", "a.third");
    RecordedEvent[] events = {event("1", "a.first", 1), event("3", "a.third", 3)};
    Track all = track(FIRST, SECOND, after(third, "first", "second"));
    assertNull(fold(all, events).step("third").completedBy());
    Track any = track(FIRST, SECOND, afterAny(third, "first", "second"));
    assertNotNull(fold(any, events).step("third").completedBy());
  }

  @Test
  void theFirstBranchThatSpeaksOfTheCompletingEventIsTaken() {
    TrackState state = fold(FORK, event("1", "a.fork", 1, Map.of("way", "left")));
    assertEquals("left", state.step("fork").branch());
    assertEquals(BLOCKED, state.step("right").status());
    TrackState other = fold(FORK, event("1", "a.fork", 1, Map.of("way", "up")));
    assertEquals("else", other.step("fork").branch());
    assertEquals(BLOCKED, other.step("left").status());
  }

  @Test
  void blockedStepsAreNotWaitedForAndNotCounted() {
    TrackState half = fold(FORK, event("1", "a.fork", 1, Map.of("way", "left")));
    assertEquals(50, half.progress());
    TrackState whole =
        fold(
            FORK,
            event("1", "a.fork", 1, Map.of("way", "left")),
            event("2", "a.left", 2),
            event("3", "a.right", 3));
    assertEquals(100, whole.progress());
    assertEquals("2", Objects.requireNonNull(whole.completedBy()).eventId());
    assertEquals(10 + 25 + 25, whole.xpEarned());
  }

  @Test
  void whatWasCompletedBeforeIsNotBlocked() {
    Track track = track(branching(step("fork", "a.fork"), ELSE), step("left", "a.left"));
    TrackState state = fold(track, event("1", "a.left", 1), event("2", "a.fork", 2));
    assertEquals(COMPLETED, state.step("left").status());
  }

  @Test
  void aSkippedForkTakesTheWayOfAllOthersOrOpensAll() {
    TrackState skipped =
        fold(
            FORK,
            command("c", TrackCommand.START, 0, null),
            command("d", TrackCommand.SKIP, 1, "fork"));
    assertEquals("else", skipped.step("fork").branch());
    assertEquals(BLOCKED, skipped.step("left").status());

    Track open =
        track(branching(step("fork", "a.fork"), LEFT), after(step("left", "a.left"), "fork/left"));
    TrackState state =
        fold(open, command("d", TrackCommand.WAIVE, 1, "fork"), event("2", "a.left", 2));
    assertEquals(COMPLETED, state.step("left").status());
  }

  @Test
  void aSkippedStepSatisfiesAndEarnsNothing() {
    Track track = track(FIRST, after(SECOND, "first"));
    TrackState state =
        fold(
            track,
            command("c", TrackCommand.START, 0, null),
            command("d", TrackCommand.SKIP, 1, "first"),
            event("2", "a.second", 2));
    assertEquals(SKIPPED, state.step("first").status());
    assertEquals(100, state.progress());
    assertEquals(5 + 25 + 25, state.xpEarned());
  }

  @Test
  void whatIsCompletedAfterItWasSkippedEarnsItsXpAndCostsNoBonus() {
    Track track = track(FIRST);
    TrackState state =
        fold(
            track,
            command("c", TrackCommand.START, 0, null),
            command("d", TrackCommand.SKIP, 1, "first"),
            event("2", "a.first", 100));
    assertEquals(COMPLETED, state.step("first").status());
    assertEquals(5 + 25 + 25, state.xpEarned());
    assertEquals("d", Objects.requireNonNull(state.completedBy()).eventId());
  }

  @Test
  void aMissedOptionalStepNeverHoldsTheTrackUp() {
    Track track = track(FIRST, optional(available(SECOND, 0, 10)));
    TrackState state = fold(track, event("1", "a.first", 1));
    assertNotNull(state.completedBy());
    assertEquals(50, state.progress());
    assertEquals(MISSED, status(track, "second", state, 100));
  }

  @Test
  void aMissedRequiredStepLeavesTheTrackOpenUntilALateEventOrAWaiver() {
    Track track = track(FIRST, available(SECOND, 0, 10));
    TrackState missed = fold(track, event("1", "a.first", 1), event("2", "a.second", 12));
    assertEquals(AVAILABLE, status(track, "second", missed, 11));
    assertEquals(MISSED, status(track, "second", missed, 12));
    assertNull(missed.completedBy());
    assertNotNull(fold(track, event("1", "a.first", 1), event("3", "a.second", 9)).completedBy());
    TrackState waived =
        fold(track, event("1", "a.first", 1), command("w", TrackCommand.WAIVE, 50, "second"));
    assertEquals(SKIPPED, status(track, "second", waived, 60));
    assertEquals(hour(50), Objects.requireNonNull(waived.completedBy()).effectiveAt());
  }

  @Test
  void aWaiverBeforeTheStartWaitsForIt() {
    Track track = track(FIRST, SECOND);
    TrackState waived = fold(track, command("w", TrackCommand.WAIVE, 1, "second"));
    assertNull(waived.startedAt());
    assertNull(waived.completedBy());
    TrackState begun =
        fold(track, command("w", TrackCommand.WAIVE, 1, "second"), event("1", "a.first", 5));
    assertEquals(hour(5), Objects.requireNonNull(begun.completedBy()).effectiveAt());
  }

  @Test
  void theLastDismissalCounts() {
    Track track = track(FIRST);
    TrackState dismissed = fold(track, command("1", TrackCommand.DISMISS, 3, null));
    assertEquals(hour(3), dismissed.dismissedAt());
    assertNull(dismissed.startedAt());
    TrackState again =
        fold(
            track,
            command("1", TrackCommand.DISMISS, 3, null),
            command("2", TrackCommand.UNDISMISS, 4, null),
            event("3", "a.first", 5));
    assertNull(again.dismissedAt());
    assertNotNull(again.completedBy());
  }

  @Test
  void nobodyWaitsForAStepThatIsGoneAndWhatWasEarnedStays() {
    Track track =
        track(FIRST, retired(SECOND, hour(10)), after(step("third", "a.third"), "second"));
    TrackState without = fold(track, event("1", "a.first", 1), event("3", "a.third", 12));
    assertEquals(100, without.progress());
    assertNotNull(without.completedBy());
    assertNull(fold(track, event("2", "a.second", 10)).step("second").completedBy());
    TrackState earned = fold(track, event("2", "a.second", 9));
    assertEquals(COMPLETED, earned.step("second").status());
    assertEquals(5, earned.xpEarned());
    assertEquals(33, earned.progress());
  }

  @Test
  void aTrackWithoutRequiredStepsWaitsForAll() {
    Track track = track(optional(FIRST), optional(SECOND));
    assertNull(fold(track, event("1", "a.first", 1)).completedBy());
    assertNotNull(fold(track, event("1", "a.first", 1), event("2", "a.second", 2)).completedBy());
  }

  @Test
  void othersCannotSendDecisions() {
    Track track = track(FIRST);
    RecordedEvent forged =
        event("1", "onboarding.step.waived", 1, Map.of("trackKey", "t", "stepKey", "first"));
    assertTrue(Witness.of(track, List.of(forged)).isEmpty());
  }

  @Test
  void nowDecidesOnlyWhatIsShown() {
    Track track = track(FIRST, available(after(SECOND, "first"), 24, 24));
    TrackState empty = fold(track);
    assertEquals(AVAILABLE, status(track, "first", empty, 0));
    assertEquals(LOCKED, status(track, "second", empty, 1000));
    TrackState begun = fold(track, event("1", "a.first", 0));
    assertEquals(LOCKED, status(track, "second", begun, 23));
    assertEquals(AVAILABLE, status(track, "second", begun, 24));
    assertEquals(MISSED, status(track, "second", begun, 49));
  }

  private static StepStatus status(Track track, String step, TrackState state, int hour) {
    return StepRules.status(
        track, track.step(step).orElseThrow(), state.steps(), state.startedAt(), hour(hour));
  }

  private static BigDecimal dot8() {
    return new BigDecimal("0.8");
  }

  private static RecordedEvent card(String id, int hour, String skill, Number mastery) {
    return event(id, "a.card", hour, Map.of("skillId", skill, "mastery", mastery));
  }
}
