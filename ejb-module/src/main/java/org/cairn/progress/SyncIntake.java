package org.cairn.progress;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.access.AccessProblem;
import org.cairn.access.ActingLearner;
import org.cairn.events.AppendedEvent;
import org.cairn.events.AppendedEvent.Status;
import org.cairn.events.Consequences;
import org.cairn.events.EventLog;
import org.cairn.events.EventPayload;
import org.cairn.events.EventProblem;
import org.cairn.events.NewEvent;
import org.cairn.progress.ProgressStore.Room;
import org.cairn.progress.SyncOutcome.FailedEvent;
import org.cairn.progress.SyncRules.Checked;
import org.cairn.shared.FieldError;
import org.cairn.shared.Problem;
import org.cairn.shared.ProblemException;

/** Takes a device's events into the log: what is wrong with one is no other's loss. */
@Singleton
class SyncIntake {

  private static final SyncRules RULES = new SyncRules(EventPayload::isRejected);
  private static final int MOST_BYTES = 8 * 1024;

  private final EventLog log;
  private final ProgressStore store;
  private final SyncDeviceStore devices;
  private final Clock clock;

  @Inject
  SyncIntake(EventLog log, ProgressStore store, SyncDeviceStore devices, Clock clock) {
    this.log = log;
    this.store = store;
    this.devices = devices;
    this.clock = clock;
  }

  private record Refused(int index, FailedEvent failed) {}

  private record Good(int index, NewEvent event) {}

  SyncOutcome take(ActingLearner learner, Instant clientUpdatedAt, List<SyncDraft> drafts) {
    List<Refused> refused = new ArrayList<>();
    List<Good> good = new ArrayList<>();
    for (int index = 0; index < drafts.size(); index++) {
      try {
        good.add(new Good(index, event(RULES.checked(drafts.get(index)))));
      } catch (ProblemException problem) {
        refused.add(new Refused(index, failed(drafts.get(index), problem)));
      }
    }
    int stored = good.isEmpty() ? 0 : append(learner, clientUpdatedAt, good, refused);
    refused.sort(Comparator.comparingInt(Refused::index));
    return new SyncOutcome(stored, refused.stream().map(Refused::failed).toList());
  }

  private int append(
      ActingLearner learner, Instant clientUpdatedAt, List<Good> good, List<Refused> refused) {
    log.lock(learner);
    List<Good> fitting = fitting(learner, store.room(learner), good, refused);
    if (fitting.isEmpty()) {
      return 0;
    }
    List<NewEvent> events = fitting.stream().map(Good::event).toList();
    List<AppendedEvent> appended = log.append(learner, events, new Consequences());
    Set<String> clients = new HashSet<>();
    int stored = 0;
    for (int i = 0; i < appended.size(); i++) {
      Status status = appended.get(i).status();
      if (status == Status.CONFLICT) {
        refused.add(conflict(fitting.get(i)));
      } else {
        clients.add(String.valueOf(events.get(i).clientId()));
        stored += status == Status.STORED ? 1 : 0;
      }
    }
    if (!clients.isEmpty()) {
      Instant now = clock.instant();
      devices.synced(learner, clients, Duration.between(now, clientUpdatedAt).toMillis(), now);
    }
    return stored;
  }

  /** What the learner has room for; what is known already needs none. */
  private List<Good> fitting(
      ActingLearner learner, Room room, List<Good> good, List<Refused> refused) {
    refuseErased(room, good);
    int left = ProgressSync.MOST_EVENTS - room.events();
    if (good.size() <= left) {
      return good;
    }
    Set<String> taken =
        new HashSet<>(
            log.known(
                learner, good.stream().map(g -> g.event().eventId()).collect(Collectors.toSet())));
    List<Good> fitting = new ArrayList<>();
    for (Good each : good) {
      boolean isNew = !taken.contains(each.event().eventId());
      if (isNew && left <= 0) {
        refused.add(overLimit(each));
      } else {
        left -= isNew ? 1 : 0;
        taken.add(each.event().eventId());
        fitting.add(each);
      }
    }
    return fitting;
  }

  private static void refuseErased(Room room, List<Good> good) {
    Instant erasedAt = room.erasedAt();
    if (erasedAt != null && good.stream().anyMatch(each -> !isAfter(each.event(), erasedAt))) {
      throw AccessProblem.LEARNER_ERASED.with("Delete what you have kept; do not send it again.");
    }
  }

  private static boolean isAfter(NewEvent event, Instant time) {
    return event.occurredAt() != null && event.occurredAt().isAfter(time);
  }

  private static NewEvent event(Checked checked) {
    EventPayload payload = checked.payload() == null ? null : EventPayload.of(checked.payload());
    if (payload != null
        && payload.json().getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw EventProblem.EVENT_INVALID.with(
          "The event was not recorded.",
          new FieldError("/payload", "at most " + MOST_BYTES + " bytes of JSON"));
    }
    return new NewEvent(
        checked.eventId(),
        checked.type(),
        null,
        null,
        null,
        checked.clientId(),
        payload,
        checked.occurredAt(),
        checked.occurredText());
  }

  private static FailedEvent failed(SyncDraft draft, ProblemException problem) {
    String fields =
        problem.errors().stream()
            .limit(5)
            .map(error -> error.field() + ": " + error.message())
            .collect(Collectors.joining("; "));
    return new FailedEvent(
        draft.eventId(), problem.problem().name(), problem.problem().title() + " " + fields, false);
  }

  private static Refused conflict(Good event) {
    return refused(event, EventProblem.EVENT_CONFLICT);
  }

  private static Refused overLimit(Good event) {
    return refused(event, SyncProblem.EVENT_LIMIT_EXCEEDED);
  }

  private static Refused refused(Good event, Problem problem) {
    return new Refused(
        event.index(),
        new FailedEvent(event.event().eventId(), problem.name(), problem.title(), false));
  }
}
