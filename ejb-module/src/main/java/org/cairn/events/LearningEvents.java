package org.cairn.events;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.cairn.access.Access;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.Roles;
import org.cairn.events.AppendedEvent.Status;
import org.cairn.shared.Cursor;
import org.cairn.shared.PageSize;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** A learner's own events. */
@Stateless
@RolesAllowed(Roles.LEARNER)
public class LearningEvents {

  @Inject private Access access;
  @Inject private EventLog log;
  @Inject private PastEventStore store;
  @Inject private CheckedEvents checked;

  /**
   * Records one event of the calling learner. The same event again gets the same answer and counts
   * once.
   *
   * @throws ProblemException {@code EVENT_INVALID}, {@code PAYLOAD_REJECTED}, {@code
   *     EVENT_CONFLICT}, {@code PERSON_UNKNOWN}; then nothing is stored
   */
  public RecordedEventView record(EventDraft draft) {
    NewEvent event = checked.rules().checked(draft);
    Consequences consequences = new Consequences();
    AppendedEvent appended = log.append(access.acting(), List.of(event), consequences).get(0);
    if (appended.status() == Status.CONFLICT) {
      throw conflict();
    }
    return new RecordedEventView(appended.event(), consequences.of(event.eventId()));
  }

  /**
   * The calling learner's events that Cairn accepted after the cursor.
   *
   * @throws ProblemException {@code INVALID_REQUEST} for a bad cursor or limit
   */
  public EventPage mine(@Nullable String since, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    long after = Cursor.position(since, "since");
    VisibleLearner me = access.visible(Access.ME);
    List<RecordedEvent> found = store.after(me, after, size + 1);
    boolean hasMore = found.size() > size;
    List<RecordedEvent> page = hasMore ? found.subList(0, size) : found;
    long last = page.isEmpty() ? after : page.get(page.size() - 1).position();
    return new EventPage(page, Cursor.of(Long.toString(last)), hasMore);
  }

  static ProblemException conflict() {
    return EventProblem.EVENT_CONFLICT.with(
        "The event was not recorded; the one with this id stands as it was.",
        new org.cairn.shared.FieldError(
            "/eventId", "an id that no other event of the learner has"));
  }
}
