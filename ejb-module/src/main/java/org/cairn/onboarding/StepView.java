package org.cairn.onboarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step as one learner sees it.
 *
 * @param status {@code AVAILABLE} or {@code COMPLETED}
 * @param xpReward what completing it earns
 * @param completedAt when, by event time
 * @param eventId the event that completed it
 */
public record StepView(
    String key,
    String title,
    @Nullable String description,
    @Nullable String instructions,
    @Nullable String helpUrl,
    @Nullable String actionUrl,
    @Nullable String actionLabel,
    String status,
    int xpReward,
    boolean isRequired,
    @Nullable Instant completedAt,
    @Nullable String eventId) {

  static StepView of(Step step, @Nullable Evidence completedBy) {
    return new StepView(
        step.key(),
        step.title(),
        step.description(),
        step.instructions(),
        step.helpUrl(),
        step.actionUrl(),
        step.actionLabel(),
        completedBy == null ? "AVAILABLE" : "COMPLETED",
        step.xpReward(),
        step.isRequired(),
        completedBy == null ? null : completedBy.effectiveAt(),
        completedBy == null ? null : completedBy.eventId());
  }
}
