package org.cairn.progress;

import java.util.List;
import org.cairn.events.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A part of a learner's history, for one of its devices.
 *
 * @param entityTag of this answer: the same for the same request as long as nothing has changed
 * @param content {@code null} where the device has this answer already
 */
public record SyncPage(String entityTag, @Nullable Content content) {

  /**
   * What is told.
   *
   * @param snapshot canonical JSON, where it was asked for
   * @param calendar by which the snapshot's streak was reckoned
   * @param events in the order in which Cairn accepted them
   * @param cursor where the next read goes on
   * @param hasMore whether it would find more now
   * @param resync whether the device's cursor was not known, so that this is the beginning
   */
  public record Content(
      @Nullable String snapshot,
      @Nullable ProgressCalendar calendar,
      List<RecordedEvent> events,
      String cursor,
      boolean hasMore,
      boolean resync) {}
}
