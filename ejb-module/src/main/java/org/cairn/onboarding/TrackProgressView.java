package org.cairn.onboarding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One track as one learner sees it now.
 *
 * @param steps in their order
 * @param nextStep the key of the first step that can be done now, absent when there is none
 * @param map the same steps with the ways between them
 * @param messages what is said at the start and at the end
 * @param badge what completing it gives, absent where it gives none
 */
public record TrackProgressView(
    TrackView track,
    List<StepView> steps,
    @Nullable String nextStep,
    TrackMapView map,
    Messages messages,
    @Nullable Badge badge) {

  /** What is said at the start and at the end. */
  public record Messages(
      @Nullable String welcomeTitle,
      @Nullable String welcomeMessage,
      @Nullable String completionTitle,
      @Nullable String completionMessage) {}

  /**
   * A badge.
   *
   * @param earnedAt by event time, absent until then
   */
  public record Badge(String key, @Nullable Instant earnedAt) {}

  static TrackProgressView of(
      Track track, TrackView view, TrackState state, Instant now, boolean showsXp) {
    List<Step> steps =
        track.steps().stream()
            .filter(step -> step.isOffered() || state.step(step.key()).isSettled())
            .toList();
    List<StepView> views =
        steps.stream().map(step -> StepView.of(track, step, state, now, showsXp)).toList();
    String next =
        views.stream()
            .filter(step -> step.status().equals(StepStatus.AVAILABLE.name()))
            .map(StepView::key)
            .findFirst()
            .orElse(null);
    return new TrackProgressView(
        showsXp ? view : view.withoutXp(),
        views,
        next,
        TrackMapView.of(steps, views, state),
        messages(track.messages()),
        badge(track, state));
  }

  private static Messages messages(Track.Messages said) {
    return new Messages(
        said.welcomeTitle(),
        said.welcomeMessage(),
        said.completionTitle(),
        said.completionMessage());
  }

  private static @Nullable Badge badge(Track track, TrackState state) {
    Evidence by = state.completedBy();
    return track.badgeKey() == null
        ? null
        : new Badge(track.badgeKey(), by == null ? null : by.effectiveAt());
  }
}
