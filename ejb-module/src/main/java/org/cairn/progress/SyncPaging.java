package org.cairn.progress;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.cairn.access.VisibleLearner;
import org.cairn.events.EventLog;
import org.cairn.events.RecordedEvent;
import org.cairn.progress.ProgressStore.Point;
import org.jspecify.annotations.Nullable;

/** Pages through a learner's sync events by cursor. */
@Singleton
class SyncPaging {

  private final EventLog log;
  private final ProgressReading reading;

  @Inject
  SyncPaging(EventLog log, ProgressReading reading) {
    this.log = log;
    this.reading = reading;
  }

  /**
   * What changes when any answer to the learner would.
   *
   * @return a weak entity tag, for an answer may be sent compressed
   */
  String tag(VisibleLearner learner, Point point) {
    CRC32 whose = new CRC32();
    whose.update(learner.id().toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    return "W/\"%x-%x-%s\""
        .formatted(point.position(), whose.getValue(), ProgressCalendar.of(point.calendar()).id());
  }

  SyncPage.Content page(
      VisibleLearner learner, Point point, @Nullable String since, boolean withSnapshot, int size) {
    Optional<SyncCursor> cursor = SyncCursor.of(since);
    Optional<List<RecordedEvent>> tail = cursor.flatMap(at -> behind(learner, at, size));
    boolean fromStart = tail.isEmpty();
    List<RecordedEvent> found =
        tail.orElseGet(() -> log.synced(learner, 0, Long.MAX_VALUE, size + 1));
    List<RecordedEvent> events = found.subList(0, Math.min(size, found.size()));
    boolean tellsSnapshot = fromStart || withSnapshot;
    return new SyncPage.Content(
        tellsSnapshot ? SnapshotText.of(reading.current(learner, point)) : null,
        tellsSnapshot ? ProgressCalendar.of(point.calendar()) : null,
        events,
        next(fromStart ? SyncCursor.START : cursor.orElse(SyncCursor.START), events).text(),
        found.size() > size,
        fromStart && since != null && !since.isEmpty());
  }

  /** The events behind a cursor; nothing where the log does not have the cursor's event. */
  private Optional<List<RecordedEvent>> behind(VisibleLearner learner, SyncCursor at, int size) {
    if (at.equals(SyncCursor.START)) {
      return Optional.of(log.synced(learner, 0, Long.MAX_VALUE, size + 1));
    }
    List<RecordedEvent> found = log.synced(learner, at.position(), Long.MAX_VALUE, size + 2);
    return found.isEmpty() || !SyncCursor.at(found.get(0)).equals(at)
        ? Optional.empty()
        : Optional.of(found.subList(1, found.size()));
  }

  private static SyncCursor next(SyncCursor before, List<RecordedEvent> events) {
    return events.isEmpty() ? before : SyncCursor.at(events.get(events.size() - 1));
  }
}
