package org.cairn.progress;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.access.ActingLearner;
import org.cairn.access.VisibleLearner;
import org.cairn.events.EventsRecorded;
import org.cairn.events.RecordedEvent;
import org.cairn.roster.SchoolCalendar;
import org.cairn.shared.Reaction;

/**
 * Keeps what a learner's sync events reduce to. New events that are later than all before go on
 * from what is stored; a late one has everything reduced anew.
 */
@Reaction
@Singleton
class ProgressKeeping {

  static final int PRIORITY = 50;

  private final ProgressStore store;
  private final ProgressReading reading;

  @Inject
  ProgressKeeping(ProgressStore store, ProgressReading reading) {
    this.store = store;
    this.reading = reading;
  }

  void on(@Observes @Priority(PRIORITY) EventsRecorded recorded) {
    List<RecordedEvent> synced =
        recorded.events().stream().filter(event -> event.occurredText() != null).toList();
    if (synced.isEmpty()) {
      return;
    }
    ActingLearner learner = recorded.learner();
    List<SyncEvent> events = synced.stream().map(SyncEvents::of).toList();
    Set<String> items =
        events.stream().flatMap(e -> e.contentId().stream()).collect(Collectors.toSet());
    Optional<StoredProgress> before = store.some(learner.visible(), items);
    StoredProgress known = before.orElse(StoredProgress.NONE);
    long last = synced.get(synced.size() - 1).position();
    // Only what can go into the streak needs to know when the school meets.
    SchoolCalendar calendar =
        events.stream().anyMatch(SyncEvent::isDone)
            ? store.point(learner.visible()).calendar()
            : null;
    if (known.precedes(events) && (calendar == null || known.holdsBy(calendar))) {
      goOn(learner, known, known.after(events, last, calendar));
    } else {
      beginAnew(learner, last);
    }
  }

  private void goOn(ActingLearner learner, StoredProgress known, StoredProgress after) {
    boolean cleared = after.progress().cleared();
    if (cleared) {
      store.dropAll(learner);
    }
    Map<String, ContentItem> were = cleared ? Map.of() : known.progress().items();
    store.keep(learner, after, changed(were, after.progress().items()));
  }

  private void beginAnew(ActingLearner learner, long last) {
    VisibleLearner visible = learner.visible();
    Map<String, ContentItem> were =
        store.all(visible).map(stored -> stored.progress().items()).orElse(Map.of());
    StoredProgress after = reading.reduced(visible, last, store.point(visible).calendar());
    Map<String, ContentItem> are = after.progress().items();
    List<String> gone = were.keySet().stream().filter(id -> !are.containsKey(id)).toList();
    if (!gone.isEmpty()) {
      store.drop(learner, gone);
    }
    store.keep(learner, after, changed(were, are));
  }

  private static List<ContentItem> changed(
      Map<String, ContentItem> were, Map<String, ContentItem> are) {
    return are.values().stream().filter(item -> !item.equals(were.get(item.contentId()))).toList();
  }
}
