package org.cairn.onboarding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cairn.events.RecordedEvent;

/**
 * What new events change on one track.
 *
 * @param track the version that the learner is on
 * @param newEvidence the new events that its steps are now judged by
 * @param before the state without them
 * @param after the state with them
 */
record Advance(Track track, List<Evidence> newEvidence, TrackState before, TrackState after) {

  /** Judges the new events, given the evidence that was there. */
  static Advance of(Track track, Collection<Evidence> known, List<RecordedEvent> events) {
    List<Evidence> added = new ArrayList<>();
    List<Evidence> relevant = new ArrayList<>();
    for (Step step : track.steps()) {
      Set<Evidence> ofStep = new HashSet<>();
      known.stream().filter(found -> found.stepKey().equals(step.key())).forEach(ofStep::add);
      List<Evidence> fresh = matching(step, events);
      ofStep.addAll(fresh);
      List<Evidence> kept = TrackFold.relevant(step.completion(), ofStep);
      relevant.addAll(kept);
      fresh.stream().filter(kept::contains).forEach(added::add);
    }
    return new Advance(track, added, TrackFold.fold(track, known), TrackFold.fold(track, relevant));
  }

  private static List<Evidence> matching(Step step, List<RecordedEvent> events) {
    return events.stream()
        .filter(event -> step.completion().match().matches(event))
        .map(
            event ->
                new Evidence(
                    step.key(),
                    event.eventId(),
                    event.effectiveAt(),
                    event.trust().atLeast(org.cairn.access.Trust.SYSTEM)))
        .toList();
  }

  boolean changesNothing() {
    return newEvidence.isEmpty();
  }

  /** The steps whose completion is another than before: completed, moved or undone. */
  Set<String> changedSteps() {
    Set<String> changed = new HashSet<>(before.completions().keySet());
    changed.addAll(after.completions().keySet());
    changed.removeIf(
        step -> Objects.equals(before.completions().get(step), after.completions().get(step)));
    return changed;
  }

  /** The rewards whose amount is another than before, with the amount that is owed now. */
  List<Reward> changedRewards() {
    Map<String, Reward> owedBefore = new HashMap<>();
    before.rewards().forEach(reward -> owedBefore.put(reward.source(), reward));
    List<Reward> changed = new ArrayList<>();
    for (Reward reward : after.rewards()) {
      Reward earlier = owedBefore.remove(reward.source());
      if (earlier == null || earlier.amount() != reward.amount()) {
        changed.add(reward);
      }
    }
    String cause = newEvidence.isEmpty() ? null : newEvidence.get(0).eventId();
    owedBefore.values().forEach(reward -> changed.add(reward.withdrawn(cause)));
    return changed;
  }

  /** Whether these events completed the track. */
  boolean completesTrack() {
    return before.completedBy() == null && after.completedBy() != null;
  }
}
