package org.cairn.onboarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.cairn.events.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What new events change on one track.
 *
 * @param track the version that the learner is on
 * @param added the evidence that counts now and did not before
 * @param dropped the evidence that counts no longer
 * @param cause the first of the new events that says anything about the track
 * @param before the state without the new events
 * @param after the state with them
 */
record Advance(
    Track track,
    List<Evidence> added,
    List<Evidence> dropped,
    @Nullable String cause,
    TrackState before,
    TrackState after) {

  /**
   * Judges new events.
   *
   * @param known the evidence that counted
   * @param log the learner's events from a time on, as far as they can match: asked for only where
   *     the new events change what was decided before them, and that decides what others count for
   */
  static Advance of(
      Track track,
      Collection<Evidence> known,
      List<RecordedEvent> events,
      Function<Instant, List<RecordedEvent>> log) {
    Set<Evidence> all = new HashSet<>(known);
    List<Evidence> said = Witness.of(track, events);
    all.addAll(said);
    TrackState before = TrackFold.fold(track, known);
    TrackState after = TrackFold.fold(track, all);
    Instant changed = after.differsFrom(before);
    if (changed != null && track.isGated() && !known.isEmpty()) {
      all.addAll(Witness.of(track, log.apply(changed)));
      after = TrackFold.fold(track, all);
    }
    List<Evidence> added = new ArrayList<>(after.counted());
    added.removeAll(Set.copyOf(known));
    List<Evidence> dropped = new ArrayList<>(known);
    dropped.removeAll(Set.copyOf(after.counted()));
    String cause = said.isEmpty() ? null : said.get(0).eventId();
    return new Advance(track, added, dropped, cause, before, after);
  }

  boolean changesNothing() {
    return added.isEmpty() && dropped.isEmpty();
  }

  /** The steps that events have made something else of. */
  Set<String> changedSteps() {
    return after.stepsUnlike(before);
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
    owedBefore.values().forEach(reward -> changed.add(reward.withdrawn(cause)));
    return changed;
  }

  /** Whether these events completed the track. */
  boolean completesTrack() {
    return before.completedBy() == null && after.completedBy() != null;
  }
}
