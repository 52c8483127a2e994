package org.cairn.onboarding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.cairn.onboarding.Reward.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Judges a track: a pure function of its version and the evidence, whatever order it came in. Time
 * is the time of the events; there is no now (spec: events and onboarding).
 */
final class TrackFold {

  private TrackFold() {}

  /** The state of a track, given the evidence in any order and however often. */
  static TrackState fold(Track track, Collection<Evidence> evidence) {
    List<Evidence> inOrder = evidence.stream().distinct().sorted(Evidence.IN_ORDER).toList();
    Instant start =
        inOrder.stream()
            .filter(each -> each.kind().isStart())
            .findFirst()
            .map(Evidence::effectiveAt)
            .orElse(null);
    TrackWalk walk = new TrackWalk(track, start);
    int from = 0;
    for (int i = 1; i <= inOrder.size(); i++) {
      if (i == inOrder.size() || !inOrder.get(i).isOfSameEvent(inOrder.get(from))) {
        walk.take(inOrder.subList(from, i));
        from = i;
      }
    }
    return new TrackState(
        start,
        walk.completedBy(),
        walk.dismissedAt(),
        Map.copyOf(walk.steps()),
        progress(track, walk.steps()),
        rewards(track, start, walk.steps(), walk.completedBy()),
        List.copyOf(walk.counted()));
  }

  private static int progress(Track track, Map<String, StepState> states) {
    int done = 0;
    int all = 0;
    for (Step step : track.steps()) {
      StepState state = states.getOrDefault(step.key(), StepState.OPEN);
      done += state.isSettled() ? 1 : 0;
      all += state.isSettled() || (step.isOffered() && !state.isBlocked()) ? 1 : 0;
    }
    return all == 0 ? 0 : progress(done, all);
  }

  /** Round half up of 100 · done / all. */
  static int progress(int done, int all) {
    return (200 * done + all) / (2 * all);
  }

  private static List<Reward> rewards(
      Track track,
      @Nullable Instant start,
      Map<String, StepState> states,
      @Nullable Evidence completedBy) {
    List<Reward> rewards = new ArrayList<>();
    for (Step step : track.steps()) {
      Evidence completing = states.getOrDefault(step.key(), StepState.OPEN).completedBy();
      if (completing != null) {
        String source = track.source() + "/step/" + step.key();
        rewards.add(reward(source, Kind.STEP, step.xpReward(), completing));
      }
    }
    if (completedBy != null && start != null) {
      Track.StreakRule rule = track.streakRule();
      if (rule != null && isWithin(start, completedBy.effectiveAt(), rule.hoursWindow())) {
        rewards.add(reward(track.source() + "/streak", Kind.STREAK, rule.bonusXp(), completedBy));
      }
      rewards.add(
          reward(
              track.source() + "/completion", Kind.COMPLETION, track.completionXp(), completedBy));
    }
    rewards.removeIf(reward -> reward.amount() == 0);
    return rewards;
  }

  private static boolean isWithin(Instant start, Instant end, int hours) {
    return Duration.between(start, end).compareTo(Duration.ofHours(hours)) <= 0;
  }

  private static Reward reward(String source, Kind kind, int amount, Evidence by) {
    return new Reward(source, kind, amount, by.eventId(), by.effectiveAt(), by.verified());
  }
}
