package org.cairn.progress;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cairn.events.EventPayload;
import org.cairn.events.RecordedEvent;
import org.cairn.progress.SyncAction.ActivePathSet;
import org.cairn.progress.SyncAction.ContentProgressed;
import org.cairn.progress.SyncAction.Interaction;
import org.cairn.progress.SyncAction.OnboardingCompleted;
import org.cairn.progress.SyncAction.OnboardingReset;
import org.cairn.progress.SyncAction.ProgressReset;
import org.jspecify.annotations.Nullable;

/** The five types of sync events, as the log keeps them. */
final class SyncEvents {

  static final String CONTENT_PROGRESSED = "content.progressed";
  static final String ONBOARDING_COMPLETED = "onboarding.completed";
  static final String ONBOARDING_RESET = "onboarding.reset";
  static final String ACTIVE_PATH_SET = "activePath.set";
  static final String PROGRESS_RESET = "progress.reset";

  static final Set<String> TYPES =
      Set.of(
          CONTENT_PROGRESSED,
          ONBOARDING_COMPLETED,
          ONBOARDING_RESET,
          ACTIVE_PATH_SET,
          PROGRESS_RESET);

  private SyncEvents() {}

  /** What the reduction sees of an event that was checked before it was stored. */
  static SyncEvent of(RecordedEvent event) {
    return new SyncEvent(
        new SyncEvent.Key(event.effectiveAt(), event.eventId()),
        event.occurredAt(),
        action(event.name(), event.payload()));
  }

  private static SyncAction action(String type, @Nullable EventPayload payload) {
    return switch (type) {
      case CONTENT_PROGRESSED -> progressed(Objects.requireNonNull(payload));
      case ONBOARDING_COMPLETED ->
          new OnboardingCompleted(text(Objects.requireNonNull(payload).value("pathId")));
      case ACTIVE_PATH_SET ->
          new ActivePathSet((String) Objects.requireNonNull(payload).value("pathId"));
      case ONBOARDING_RESET -> new OnboardingReset();
      case PROGRESS_RESET -> new ProgressReset();
      default -> throw new IllegalStateException("No type of sync event: " + type);
    };
  }

  private static ContentProgressed progressed(EventPayload payload) {
    Number score = (Number) payload.value("score");
    return new ContentProgressed(
        text(payload.value("contentId")),
        ContentStatus.of(text(payload.value("status"))).orElseThrow(),
        score == null ? null : score.doubleValue(),
        interaction(payload.value("interaction")));
  }

  private static @Nullable Interaction interaction(@Nullable Object value) {
    return value instanceof Map<?, ?> interaction
        ? new Interaction(
            text(interaction.get("interactionId")), CanonicalJson.of(interaction.get("state")))
        : null;
  }

  private static String text(@Nullable Object value) {
    return (String) Objects.requireNonNull(value);
  }
}
