package org.cairn.progress;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.progress.SyncAction.ActivePathSet;
import org.cairn.progress.SyncAction.ContentProgressed;
import org.cairn.progress.SyncAction.OnboardingCompleted;
import org.cairn.progress.SyncAction.OnboardingReset;
import org.cairn.progress.SyncAction.ProgressReset;
import org.cairn.roster.SchoolCalendar;

/**
 * The reduction: a pure function of a set of events and a calendar (spec: progress sync,
 * "Reduction"). {@code config/progress/reduction} has its cases.
 */
final class ProgressFold {

  private ProgressFold() {}

  /**
   * What the events make of what was before.
   *
   * @param before what earlier events have reduced to; of the items, at least those that these
   *     events are about
   * @param events all later than those before, in any order
   */
  static Progress fold(Progress before, Collection<SyncEvent> events, SchoolCalendar calendar) {
    TreeMap<SyncEvent.Key, SyncEvent> ordered = new TreeMap<>();
    events.forEach(event -> ordered.put(event.key(), event));
    ProgressHead head = before.head();
    Map<String, ContentItem> items = new HashMap<>(before.items());
    boolean cleared = before.cleared();
    for (SyncEvent event : ordered.values()) {
      head = head.updated(event.occurredAt());
      if (event.action() instanceof ContentProgressed progressed) {
        ContentItem was = items.get(progressed.contentId());
        ContentItem is = ContentItem.after(was, progressed, event.at());
        items.put(progressed.contentId(), is);
        head = is.isTransitionFrom(was) ? head.active(event.at(), calendar) : head;
      } else if (event.action() instanceof ProgressReset) {
        head = head.cleared();
        items.clear();
        cleared = true;
      } else {
        head = after(head, event.action(), event.at());
      }
    }
    return new Progress(head, items, cleared);
  }

  private static ProgressHead after(ProgressHead head, SyncAction action, Instant at) {
    if (action instanceof OnboardingCompleted completed) {
      return head.onboarded(at, completed.pathId()).onPath(completed.pathId());
    }
    if (action instanceof OnboardingReset) {
      return head.onboarded(null, null);
    }
    return action instanceof ActivePathSet set ? head.onPath(set.pathId()) : head;
  }
}
