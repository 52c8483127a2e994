package org.cairn.progress;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the events that a device sent.
 *
 * @param newEventsCount how many were stored; duplicates are not among them
 * @param failedEvents those that were refused, in the order in which they were sent
 */
public record SyncOutcome(int newEventsCount, List<FailedEvent> failedEvents) {

  /**
   * An event that was refused.
   *
   * @param eventId {@code null} where it has none that could be read
   * @param code a problem's code, such as {@code EVENT_CONFLICT}
   * @param message what is wrong with it, for people
   * @param retryable whether the same event may be taken later
   */
  public record FailedEvent(
      @Nullable String eventId, String code, String message, boolean retryable) {}
}
