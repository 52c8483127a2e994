package org.cairn.onboarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.onboarding.Evidence.Kind;
import org.jspecify.annotations.Nullable;

/** Goes through a track's evidence from the earliest to the latest, once. */
final class TrackWalk {

  private final Track track;
  private final @Nullable Instant start;
  private final Map<String, StepState> steps = new LinkedHashMap<>();
  private final Map<String, Set<String>> tokens = new HashMap<>();
  private final Map<Kind, Evidence> ofTrack = new HashMap<>();
  private final Map<Kind, Set<String>> leftOut = new HashMap<>();
  private final List<Evidence> counted = new ArrayList<>();
  private final List<Evidence> ends = new ArrayList<>();

  TrackWalk(Track track, @Nullable Instant start) {
    this.track = track;
    this.start = start;
  }

  /**
   * Takes all evidence of one event. It is judged by what was before the event: none opens a step
   * and counts for it, too.
   */
  void take(List<Evidence> ofEvent) {
    List<Evidence> counting = ofEvent.stream().filter(this::counts).toList();
    counting.forEach(this::apply);
    counted.addAll(counting);
    counting.stream()
        .filter(evidence -> !evidence.kind().isDismissal() && hasBegun(evidence))
        .findFirst()
        .filter(evidence -> ends.isEmpty() && nothingIsLeft())
        .ifPresent(ends::add);
  }

  private boolean hasBegun(Evidence evidence) {
    return start != null && !evidence.effectiveAt().isBefore(start);
  }

  private boolean counts(Evidence evidence) {
    return switch (evidence.kind()) {
      case MATCH -> countsForStep(evidence);
      case SKIPPED, WAIVED ->
          track.step(evidence.stepKey()).isPresent()
              && !leftOut.getOrDefault(evidence.kind(), Set.of()).contains(evidence.stepKey());
      case STARTED -> !ofTrack.containsKey(Kind.STARTED);
      case DISMISSED, UNDISMISSED -> true;
    };
  }

  private boolean countsForStep(Evidence evidence) {
    Optional<Step> step = track.step(evidence.stepKey());
    return start != null
        && step.isPresent()
        && StepRules.looksAt(track, step.get(), steps, start, evidence.effectiveAt())
        && !tokensOf(evidence.stepKey()).contains(evidence.token());
  }

  private void apply(Evidence evidence) {
    switch (evidence.kind()) {
      case MATCH -> add(evidence);
      case SKIPPED, WAIVED -> leaveOut(evidence);
      case STARTED -> ofTrack.put(Kind.STARTED, evidence);
      case DISMISSED, UNDISMISSED -> dismiss(evidence);
    }
  }

  private void add(Evidence evidence) {
    Step step = track.step(evidence.stepKey()).orElseThrow();
    Set<String> reached = tokensOf(step.key());
    reached.add(evidence.token());
    if (reached.size() == step.completion().needed()) {
      StepState before = state(step.key());
      steps.put(step.key(), before.completed(evidence));
      if (!before.isSettled()) {
        block(step, evidence.branch(), evidence);
      }
    }
  }

  private void leaveOut(Evidence evidence) {
    Step step = track.step(evidence.stepKey()).orElseThrow();
    leftOut.computeIfAbsent(evidence.kind(), any -> new HashSet<>()).add(step.key());
    StepState before = state(step.key());
    if (!before.isSettled() && !before.isBlocked()) {
      steps.put(step.key(), before.leftOut(evidence, step.defaultBranch()));
      block(step, step.defaultBranch(), evidence);
    }
  }

  private void block(Step step, @Nullable String branch, Evidence by) {
    for (String key : step.blockedBy(branch)) {
      StepState before = state(key);
      if (!before.isSettled() && !before.isBlocked()) {
        steps.put(key, before.blocked(by));
      }
    }
  }

  private void dismiss(Evidence evidence) {
    ofTrack.keySet().removeIf(Kind::isDismissal);
    counted.removeIf(earlier -> earlier.kind().isDismissal());
    ofTrack.put(evidence.kind(), evidence);
  }

  private boolean nothingIsLeft() {
    List<Step> open =
        track.steps().stream()
            .filter(step -> step.isOffered() && !state(step.key()).isBlocked())
            .toList();
    List<Step> required = open.stream().filter(Step::isRequired).toList();
    List<Step> awaited = required.isEmpty() ? open : required;
    return !awaited.isEmpty() && awaited.stream().allMatch(step -> state(step.key()).isSettled());
  }

  private StepState state(String key) {
    return steps.getOrDefault(key, StepState.OPEN);
  }

  private Set<String> tokensOf(String key) {
    return tokens.computeIfAbsent(key, any -> new HashSet<>());
  }

  Map<String, StepState> steps() {
    return steps;
  }

  List<Evidence> counted() {
    return counted;
  }

  @Nullable Evidence completedBy() {
    return ends.isEmpty() ? null : ends.get(0);
  }

  @Nullable Instant dismissedAt() {
    Evidence dismissal = ofTrack.get(Kind.DISMISSED);
    return dismissal == null ? null : dismissal.effectiveAt();
  }
}
