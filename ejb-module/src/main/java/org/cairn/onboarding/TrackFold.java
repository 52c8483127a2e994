package org.cairn.onboarding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cairn.onboarding.Reward.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Judges a track: a pure function of its version and the matching events, whatever order they came
 * in (spec: events and onboarding).
 */
final class TrackFold {

  private TrackFold() {}

  /** The state of a track, given the evidence for its steps in any order. */
  static TrackState fold(Track track, Collection<Evidence> evidence) {
    List<Evidence> inOrder = evidence.stream().sorted(Evidence.IN_ORDER).toList();
    if (inOrder.isEmpty()) {
      return new TrackState(null, null, Map.of(), 0, List.of());
    }
    Instant start = inOrder.get(0).effectiveAt();
    Map<String, Evidence> completions = completions(track, inOrder, start);
    Evidence completedBy = completedBy(track, completions);
    return new TrackState(
        start,
        completedBy,
        completions,
        progress(completions.size(), track.steps().size()),
        rewards(track, start, completions, completedBy));
  }

  /** Those of a step's matching events that can still matter: its earliest ones. */
  static List<Evidence> relevant(StepCondition condition, Collection<Evidence> evidence) {
    return evidence.stream().sorted(Evidence.IN_ORDER).limit(condition.enough()).toList();
  }

  private static Map<String, Evidence> completions(
      Track track, List<Evidence> inOrder, Instant start) {
    Map<String, Evidence> completions = new LinkedHashMap<>();
    for (Step step : track.steps()) {
      List<Evidence> ofStep =
          inOrder.stream().filter(found -> found.stepKey().equals(step.key())).toList();
      step.completion()
          .completedBy(ofStep, start)
          .ifPresent(completing -> completions.put(step.key(), completing));
    }
    return completions;
  }

  private static @Nullable Evidence completedBy(Track track, Map<String, Evidence> completions) {
    List<Step> required = track.steps().stream().filter(Step::isRequired).toList();
    boolean complete = required.stream().allMatch(step -> completions.containsKey(step.key()));
    return complete
        ? required.stream()
            .map(step -> Objects.requireNonNull(completions.get(step.key())))
            .max(Evidence.IN_ORDER)
            .orElse(null)
        : null;
  }

  /** Round half up of 100 · done / all. */
  static int progress(int done, int all) {
    return (200 * done + all) / (2 * all);
  }

  private static List<Reward> rewards(
      Track track,
      Instant start,
      Map<String, Evidence> completions,
      @Nullable Evidence completedBy) {
    List<Reward> rewards = new ArrayList<>();
    for (Step step : track.steps()) {
      Evidence completing = completions.get(step.key());
      if (completing != null) {
        String source = source(track) + "/step/" + step.key();
        rewards.add(reward(source, Kind.STEP, step.xpReward(), completing));
      }
    }
    if (completedBy != null) {
      Track.StreakRule rule = track.streakRule();
      if (rule != null && isWithin(start, completedBy.effectiveAt(), rule.hoursWindow())) {
        rewards.add(reward(source(track) + "/streak", Kind.STREAK, rule.bonusXp(), completedBy));
      }
      rewards.add(
          reward(
              source(track) + "/completion", Kind.COMPLETION, track.completionXp(), completedBy));
    }
    rewards.removeIf(reward -> reward.amount() == 0);
    return rewards;
  }

  private static boolean isWithin(Instant start, Instant end, int hours) {
    return Duration.between(start, end).compareTo(Duration.ofHours(hours)) <= 0;
  }

  private static String source(Track track) {
    return "track/" + track.key();
  }

  private static Reward reward(String source, Kind kind, int amount, Evidence by) {
    return new Reward(source, kind, amount, by.eventId(), by.effectiveAt(), by.verified());
  }
}
