package org.cairn.onboarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What events have made of a track.
 *
 * @param startedAt absent where it has not begun
 * @param completedBy the event with which nothing was left to wait for
 * @param dismissedAt absent where it is not dismissed
 * @param steps by their keys; those that are as they began are left out
 * @param progress 0 to 100
 * @param rewards all that the track owes now
 * @param counted the evidence that made it so: it alone makes the same state
 */
record TrackState(
    @Nullable Instant startedAt,
    @Nullable Evidence completedBy,
    @Nullable Instant dismissedAt,
    Map<String, StepState> steps,
    int progress,
    List<Reward> rewards,
    List<Evidence> counted) {

  StepState step(String key) {
    return steps.getOrDefault(key, StepState.OPEN);
  }

  int xpEarned() {
    return rewards.stream().mapToInt(Reward::amount).sum();
  }

  /** The steps that are otherwise than in another state of the track. */
  Set<String> stepsUnlike(TrackState other) {
    Set<String> changed = new HashSet<>(steps.keySet());
    changed.addAll(other.steps.keySet());
    changed.removeIf(key -> step(key).equals(other.step(key)));
    return changed;
  }

  /** The first moment at which the two differ, the dismissal and mere counts set aside. */
  @Nullable Instant differsFrom(TrackState other) {
    List<@Nullable Instant> moments = new ArrayList<>();
    for (String key : stepsUnlike(other)) {
      moments.add(step(key).since());
      moments.add(other.step(key).since());
    }
    if (!Objects.equals(startedAt, other.startedAt)) {
      moments.add(startedAt);
      moments.add(other.startedAt);
    }
    Instant first = null;
    for (Instant moment : moments) {
      if (moment != null && (first == null || moment.isBefore(first))) {
        first = moment;
      }
    }
    return first;
  }
}
