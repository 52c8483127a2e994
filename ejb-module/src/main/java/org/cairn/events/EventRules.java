package org.cairn.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TextRules;
import org.cairn.shared.TimeRules;
import org.jspecify.annotations.Nullable;

/** When an event is well-formed (spec: events and onboarding, "The learning event"). */
final class EventRules {

  private static final int LONGEST_TEXT = 100;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*(?:\\.[a-z][a-z0-9_-]*)+");

  /** What Cairn alone appends: decisions that are taken through operations of their own. */
  private static final List<String> RESERVED = List.of("onboarding.track.", "onboarding.step.");

  private final PayloadRules payloads;

  EventRules(PayloadRules payloads) {
    this.payloads = payloads;
  }

  /** Whether nobody outside can send events of this name. */
  static boolean isReserved(String name) {
    return RESERVED.stream().anyMatch(name::startsWith);
  }

  /**
   * The draft as an event.
   *
   * @throws ProblemException {@code EVENT_INVALID} naming every wrong field, or {@code
   *     PAYLOAD_REJECTED} naming the key
   */
  NewEvent checked(EventDraft draft) {
    List<FieldError> errors = new ArrayList<>(draft.unreadable());
    String eventId = required(draft.eventId(), "/eventId", errors);
    String name = required(draft.name(), "/name", errors);
    boolean nameIsText = errors.stream().noneMatch(error -> error.field().equals("/name"));
    if (nameIsText && !NAME.matcher(name).matches()) {
      errors.add(new FieldError("/name", "lower-case words joined by dots, as in deal.created"));
    }
    own(eventId, name, errors);
    optional(draft.sourceModule(), "/sourceModule", errors);
    optional(draft.projectId(), "/projectId", errors);
    optional(draft.clientId(), "/clientId", errors);
    time(draft.occurredAt(), errors);
    EventPayload payload = payload(draft.payload(), errors);
    if (!errors.isEmpty()) {
      throw EventProblem.EVENT_INVALID.with(
          "The event was not recorded.", errors.toArray(FieldError[]::new));
    }
    return new NewEvent(
        eventId,
        name,
        draft.version(),
        draft.sourceModule(),
        draft.projectId(),
        draft.clientId(),
        payload,
        draft.occurredAt());
  }

  /** What Cairn's own events are called, nobody else's is. */
  private static void own(String eventId, String name, List<FieldError> errors) {
    if (NewEvent.isOwnId(eventId)) {
      errors.add(new FieldError("/eventId", NewEvent.ID_EXPECTED));
    }
    if (isReserved(name)) {
      errors.add(new FieldError("/name", "a name that Cairn does not keep for its own events"));
    }
  }

  private @Nullable EventPayload payload(
      @Nullable Map<String, @Nullable Object> values, List<FieldError> errors) {
    if (values == null) {
      return null;
    }
    if (values.size() > PayloadRules.MOST_KEYS) {
      errors.add(new FieldError("/payload", "at most " + PayloadRules.MOST_KEYS + " keys"));
      return null;
    }
    Optional<String> rejected = payloads.rejectedKey(values);
    if (rejected.isPresent()) {
      throw EventProblem.PAYLOAD_REJECTED.with(
          "The event was not recorded.",
          new FieldError("/payload/" + rejected.get(), "no secrets and no personal data"));
    }
    List<FieldError> found = PayloadRules.check(values);
    errors.addAll(found);
    if (!found.isEmpty()) {
      return null;
    }
    EventPayload payload = EventPayload.of(values);
    errors.addAll(PayloadRules.checkSize(payload));
    return payload;
  }

  private static String required(@Nullable String text, String field, List<FieldError> errors) {
    if (text == null || text.isEmpty()) {
      if (errors.stream().noneMatch(error -> error.field().equals(field))) {
        errors.add(new FieldError(field, "required"));
      }
      return "";
    }
    optional(text, field, errors);
    return text;
  }

  private static void optional(@Nullable String text, String field, List<FieldError> errors) {
    if (text != null && (text.length() > LONGEST_TEXT || !TextRules.isLine(text))) {
      errors.add(new FieldError(field, "at most " + LONGEST_TEXT + " characters, no control ones"));
    }
  }

  private static void time(@Nullable Instant occurredAt, List<FieldError> errors) {
    if (occurredAt != null && !TimeRules.isSane(occurredAt)) {
      errors.add(new FieldError("/occurredAt", TimeRules.EXPECTED));
    }
  }
}
