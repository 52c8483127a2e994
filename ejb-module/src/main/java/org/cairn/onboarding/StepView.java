package org.cairn.onboarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step as one learner sees it now.
 *
 * @param status {@code LOCKED}, {@code AVAILABLE}, {@code COMPLETED}, {@code MISSED}, {@code
 *     SKIPPED} or {@code BLOCKED}
 * @param highlightSelector a CSS selector of what the step is about
 * @param xpReward what completing it earns; absent where the caller is not shown XP
 * @param canSkip whether the learner may leave it out
 * @param unlocksAt from when it can be done, once the track has begun
 * @param dueAt until when
 * @param waived whether a teacher or administrator has left it out
 * @param completedAt when it was completed or left out, by event time
 * @param eventId the event that did so
 * @param branch that was taken from here
 */
public record StepView(
    String key,
    String title,
    @Nullable String description,
    @Nullable String instructions,
    @Nullable String helpUrl,
    @Nullable String actionUrl,
    @Nullable String actionLabel,
    @Nullable String highlightSelector,
    @Nullable String tooltipPosition,
    String status,
    @Nullable Integer xpReward,
    boolean isRequired,
    boolean canSkip,
    @Nullable Instant unlocksAt,
    @Nullable Instant dueAt,
    boolean waived,
    @Nullable Instant completedAt,
    @Nullable String eventId,
    @Nullable String branch) {

  static StepView of(Track track, Step step, TrackState state, Instant now, boolean showsXp) {
    StepState own = state.step(step.key());
    Instant start = state.startedAt();
    Evidence by = own.isSettled() ? own.by() : null;
    Evidence out = own.completedBy() == null ? own.leftOutBy() : null;
    Step.Guide guide = step.guide();
    return new StepView(
        step.key(),
        step.title(),
        guide.description(),
        guide.instructions(),
        guide.helpUrl(),
        guide.actionUrl(),
        guide.actionLabel(),
        guide.highlightSelector(),
        guide.tooltipPosition(),
        StepRules.status(track, step, state.steps(), start, now).name(),
        showsXp ? step.xpReward() : null,
        step.isRequired(),
        step.canSkip(),
        start == null ? null : step.unlocksAt(start),
        start == null ? null : step.dueAt(start),
        out != null && out.kind() == Evidence.Kind.WAIVED,
        by == null ? null : by.effectiveAt(),
        by == null ? null : by.eventId(),
        own.branch());
  }
}
