package org.cairn.progress;

import org.jspecify.annotations.Nullable;

/** What an event of progress sync does. */
sealed interface SyncAction {

  /**
   * Something happened with an item.
   *
   * @param score 0 to 100
   * @param interaction whose state changed
   */
  record ContentProgressed(
      String contentId,
      ContentStatus status,
      @Nullable Double score,
      @Nullable Interaction interaction)
      implements SyncAction {}

  /**
   * The state of one interaction.
   *
   * @param state canonical JSON; {@code null} of JSON stays an entry
   */
  record Interaction(String interactionId, String state) {}

  record OnboardingCompleted(String pathId) implements SyncAction {}

  record OnboardingReset() implements SyncAction {}

  record ActivePathSet(@Nullable String pathId) implements SyncAction {}

  record ProgressReset() implements SyncAction {}
}
