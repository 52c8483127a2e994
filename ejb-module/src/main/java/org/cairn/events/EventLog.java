package org.cairn.events;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cairn.access.ActingLearner;
import org.cairn.access.Trust;
import org.cairn.access.VisibleLearner;
import org.cairn.events.AppendedEvent.Status;
import org.cairn.events.LearningEventStore.Inserted;

/**
 * Appends to a learner's log. Whoever appends holds the learner's lock to the end of the
 * transaction, so everything that derives from the log needs no lock of its own.
 */
@Singleton
public class EventLog {

  private final LearningEventStore store;
  private final PastEventStore past;
  private final Clock clock;
  private final Event<EventsRecorded> recorded;
  private final Event<EventsRepeated> repeated;
  private final CheckedEvents checked;

  @Inject
  EventLog(
      LearningEventStore store,
      PastEventStore past,
      Clock clock,
      Event<EventsRecorded> recorded,
      Event<EventsRepeated> repeated,
      CheckedEvents checked) {
    this.store = store;
    this.past = past;
    this.clock = clock;
    this.recorded = recorded;
    this.repeated = repeated;
    this.checked = checked;
  }

  /**
   * The draft as an event that can be appended.
   *
   * @throws org.cairn.shared.ProblemException {@code EVENT_INVALID}, {@code PAYLOAD_REJECTED}
   */
  public NewEvent checked(EventDraft draft) {
    return checked.rules().checked(draft);
  }

  /**
   * Appends what is new and has everything react to it.
   *
   * @param events at least one, any of which may be known already
   * @param consequences where the reactions tell what they did
   * @return what became of each event, in the given order
   */
  public List<AppendedEvent> append(
      ActingLearner learner, List<NewEvent> events, Consequences consequences) {
    return append(learner, events, learner.trust(), consequences);
  }

  /**
   * Appends what the caller's component vouches for by itself, such as an answer that it scored.
   *
   * @param trust of these events, whoever sent them
   */
  public List<AppendedEvent> append(
      ActingLearner learner, List<NewEvent> events, Trust trust, Consequences consequences) {
    Instant now = clock.instant();
    Inserted inserted = insert(learner, events, trust, now);
    List<AppendedEvent> appended = appended(learner, events, inserted, trust, now);
    List<RecordedEvent> stored = with(Status.STORED, appended);
    if (!stored.isEmpty()) {
      recorded.fire(
          new EventsRecorded(
              learner, stored, consequences, inserted.knownFrom(), inserted.knownUntil()));
    }
    List<RecordedEvent> known = with(Status.DUPLICATE, appended);
    if (!known.isEmpty()) {
      repeated.fire(new EventsRepeated(learner, known, consequences));
    }
    return appended;
  }

  /**
   * Locks the learner to the end of the transaction, for whoever has to read before it knows what
   * to append. Where the log has the event already, everything tells again what it led to.
   *
   * @return the event with this id
   */
  public Optional<RecordedEvent> recall(
      ActingLearner learner, String eventId, Consequences consequences) {
    lock(learner);
    Optional<RecordedEvent> known = past.find(learner.visible(), eventId);
    known.ifPresent(
        event -> repeated.fire(new EventsRepeated(learner, List.of(event), consequences)));
    return known;
  }

  /**
   * Locks the learner to the end of the transaction, for whoever decides by what is there.
   *
   * @return the position of the log's last event
   */
  public long lock(ActingLearner learner) {
    return store
        .lock(learner)
        .orElseGet(
            () -> {
              store.openLog(learner);
              return store.lock(learner).orElseThrow();
            });
  }

  /** Locks learners to the end of the transaction, in the order of their ids. */
  public void lockAll(Collection<ActingLearner> learners) {
    if (store.lockAll(learners) < learners.size()) {
      store.openLogs(learners);
      store.lockAll(learners);
    }
  }

  /** Those of the ids that the learner's log has. */
  public Set<String> known(ActingLearner learner, Collection<String> eventIds) {
    return past.known(learner, eventIds);
  }

  /**
   * The learner's events of progress sync, in the order in which Cairn accepted them.
   *
   * @param from the position of the first
   * @param until the position of the last
   */
  public List<RecordedEvent> synced(VisibleLearner learner, long from, long until, int limit) {
    return past.synced(learner, from, until, limit);
  }

  /** When an event counts that is said to have occurred at this time and is received now. */
  public Instant effectiveAt(Instant occurredAt) {
    return EventTimes.effective(occurredAt, clock.instant());
  }

  /**
   * Notes that the learner's day between these instants is known to whoever counts days; the next
   * {@link EventsRecorded} tells it, at no cost. The learner's lock is held.
   */
  public void know(ActingLearner learner, Instant from, Instant until) {
    store.know(learner, from, until);
  }

  /** The event with this id, as it stands in the learner's log. */
  public Optional<RecordedEvent> find(VisibleLearner learner, String eventId) {
    return past.find(learner, eventId);
  }

  /**
   * All events of these names that took effect at or after a time, in the order of the log: for
   * whoever has to judge again what a late event has put in another light.
   *
   * @param since the position of the first event to be looked at
   */
  public List<RecordedEvent> named(
      VisibleLearner learner, Collection<String> names, long since, Instant from) {
    return past.named(learner, names, since, from);
  }

  private Inserted insert(ActingLearner learner, List<NewEvent> events, Trust trust, Instant now) {
    return store
        .insert(learner, events, trust, now)
        .orElseGet(
            () -> {
              store.openLog(learner);
              return store.insert(learner, events, trust, now).orElseThrow();
            });
  }

  private List<AppendedEvent> appended(
      ActingLearner learner, List<NewEvent> events, Inserted inserted, Trust trust, Instant now) {
    Map<Integer, AppendedEvent> known =
        inserted.positions().containsAll(numbers(inserted.base(), events.size()))
            ? Map.of()
            : past.repeated(learner, events);
    List<AppendedEvent> appended = new ArrayList<>(events.size());
    for (int number = 1; number <= events.size(); number++) {
      long position = inserted.base() + number;
      appended.add(
          inserted.positions().contains(position)
              ? stored(learner, events.get(number - 1), position, trust, now)
              : Objects.requireNonNull(known.get(number)));
    }
    return appended;
  }

  private static List<Long> numbers(long base, int count) {
    return java.util.stream.LongStream.rangeClosed(base + 1, base + count).boxed().toList();
  }

  private static AppendedEvent stored(
      ActingLearner learner, NewEvent event, long position, Trust trust, Instant now) {
    Instant occurredAt = event.occurredAt() == null ? now : event.occurredAt();
    return new AppendedEvent(
        Status.STORED,
        new RecordedEvent(
            learner.id(),
            position,
            event.eventId(),
            event.name(),
            event.version(),
            event.sourceModule(),
            event.projectId(),
            event.clientId(),
            event.payload(),
            occurredAt,
            EventTimes.effective(occurredAt, now),
            now,
            trust,
            event.occurredText()));
  }

  private static List<RecordedEvent> with(Status status, List<AppendedEvent> appended) {
    return appended.stream()
        .filter(event -> event.status() == status)
        .map(AppendedEvent::event)
        .toList();
  }
}
