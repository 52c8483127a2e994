package org.cairn.onboarding;

import static org.cairn.onboarding.TestTracks.MONDAY;
import static org.cairn.onboarding.TestTracks.available;
import static org.cairn.onboarding.TestTracks.command;
import static org.cairn.onboarding.TestTracks.event;
import static org.cairn.onboarding.TestTracks.hour;
import static org.cairn.onboarding.TestTracks.optional;
import static org.cairn.onboarding.TestTracks.step;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.cairn.events.RecordedEvent;
import org.junit.jupiter.api.Test;

class CoachOffersTest {

  private static final Track TRACK =
      TestTracks.track(
          step("now", "a.now"),
          available(step("missed", "a.missed"), 0, 2),
          available(step("tomorrow", "a.tomorrow"), 24, null),
          step("later", "a.later"));

  private static final RecordedEvent BEGUN = event("1", "a.now", 0);

  @Test
  void offersTheFirstStepThatCanBeDoneNow() {
    assertEquals(List.of("now"), offered(TRACK, MONDAY));
    assertEquals(List.of("missed"), offered(TRACK, hour(1), BEGUN));
    assertEquals(List.of("later"), offered(TRACK, hour(3), BEGUN));
    assertEquals(List.of("tomorrow"), offered(TRACK, hour(25), BEGUN));
  }

  @Test
  void neverOffersADismissedTrack() {
    RecordedEvent away = command("2", TrackCommand.DISMISS, 1, null);
    assertEquals(List.of(), offered(TRACK, hour(3), BEGUN, away));
    RecordedEvent back = command("3", TrackCommand.UNDISMISS, 2, null);
    assertEquals(List.of("later"), offered(TRACK, hour(3), BEGUN, away, back));
  }

  @Test
  void offersNothingOfACompleteTrack() {
    Track small = TestTracks.track(step("only", "a.now"), optional(step("more", "a.more")));
    assertEquals(List.of(), offered(small, hour(1), BEGUN));
  }

  private static List<String> offered(Track track, Instant now, RecordedEvent... events) {
    return CoachOffers.next(track, TestTracks.fold(track, events), now).stream()
        .map(Step::key)
        .toList();
  }
}
