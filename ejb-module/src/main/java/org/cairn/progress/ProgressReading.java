package org.cairn.progress;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.cairn.access.VisibleLearner;
import org.cairn.events.EventLog;
import org.cairn.progress.ProgressStore.Point;
import org.cairn.roster.SchoolCalendar;

/** What a learner's sync events reduce to, by what is stored where that still holds. */
@Singleton
class ProgressReading {

  private final ProgressStore store;
  private final EventLog log;

  @Inject
  ProgressReading(ProgressStore store, EventLog log) {
    this.store = store;
    this.log = log;
  }

  /** The progress by the present calendar. */
  Progress current(VisibleLearner learner, Point point) {
    StoredProgress stored = store.all(learner).orElse(StoredProgress.NONE);
    return stored.holdsBy(point.calendar())
        ? stored.progress()
        : reduced(learner, stored.position(), point.calendar()).progress();
  }

  /** All events to a position, reduced from the first. */
  StoredProgress reduced(VisibleLearner learner, long until, SchoolCalendar calendar) {
    List<SyncEvent> events =
        log.synced(learner, 0, until, ProgressSync.MOST_EVENTS).stream()
            .map(SyncEvents::of)
            .toList();
    return events.isEmpty()
        ? StoredProgress.NONE
        : StoredProgress.NONE.after(events, until, calendar);
  }
}
