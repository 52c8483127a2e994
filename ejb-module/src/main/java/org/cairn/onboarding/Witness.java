package org.cairn.onboarding;

import java.util.ArrayList;
import java.util.List;
import org.cairn.access.Trust;
import org.cairn.events.RecordedEvent;
import org.cairn.onboarding.Evidence.Kind;

/** Tells what events say about a track. */
final class Witness {

  private Witness() {}

  /** All that the events say, whether or not it counts. */
  static List<Evidence> of(Track track, List<RecordedEvent> events) {
    List<Evidence> found = new ArrayList<>();
    for (RecordedEvent event : events) {
      TrackCommand command = TrackCommand.of(event).orElse(null);
      if (command == null) {
        testify(track, event, found);
      } else if (TrackCommand.trackOf(event).equals(track.key())) {
        command.evidence(event).ifPresent(found::add);
      }
    }
    return found;
  }

  private static void testify(Track track, RecordedEvent event, List<Evidence> found) {
    boolean verified = event.trust().atLeast(Trust.SYSTEM);
    boolean matches = false;
    for (Step step : track.steps()) {
      if (step.completion().match().matches(event)) {
        matches = true;
        addMatch(step, event, verified, found);
      }
    }
    if (matches) {
      found.add(
          new Evidence(
              Kind.STARTED, "", event.eventId(), event.effectiveAt(), verified, null, null));
    }
  }

  private static void addMatch(
      Step step, RecordedEvent event, boolean verified, List<Evidence> found) {
    StepCondition condition = step.completion();
    if (condition.adds(event)) {
      found.add(
          new Evidence(
              Kind.MATCH,
              step.key(),
              event.eventId(),
              event.effectiveAt(),
              verified,
              condition.skill(event),
              step.branchOf(event)));
    }
  }
}
