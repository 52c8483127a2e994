package org.cairn.progress;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.cairn.events.EventProblem;
import org.cairn.events.NewEvent;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TimeRules;
import org.jspecify.annotations.Nullable;

/** When a sync event is well-formed (spec: progress sync, "Events"). */
final class SyncRules {

  static final int LONGEST_ID = 100;
  private static final int LONGEST_CONTENT_ID = 200;
  private static final int LONGEST_VERSION = 50;
  private static final int MOST_SCORE = 100;

  /** RFC 3339 as every JavaScript engine reads it. */
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d)");

  private static final String STATUSES = "not_started, in_progress, completed or passed";

  private final Predicate<String> rejectedKey;

  /**
   * The rules of an installation.
   *
   * @param rejectedKey tells keys of secrets and personal data
   */
  SyncRules(Predicate<String> rejectedKey) {
    this.rejectedKey = rejectedKey;
  }

  /**
   * A draft that is well-formed.
   *
   * @param payload as it was written; {@code null} where there is none
   */
  record Checked(
      String eventId,
      String type,
      String clientId,
      Instant occurredAt,
      String occurredText,
      @Nullable Map<String, @Nullable Object> payload) {}

  /**
   * The draft as an event.
   *
   * @throws ProblemException {@code EVENT_INVALID} naming the wrong fields, or {@code
   *     PAYLOAD_REJECTED}
   */
  Checked checked(SyncDraft draft) {
    List<FieldError> errors = new ArrayList<>(draft.unreadable());
    MemberRules event = new MemberRules(draft.members(), "", errors);
    event.only(Set.of("eventId", "occurredAt", "clientId", "type", "payload"));
    String eventId = event.text("eventId", LONGEST_ID);
    if (NewEvent.isOwnId(eventId)) {
      errors.add(new FieldError("/eventId", NewEvent.ID_EXPECTED));
    }
    String clientId = event.text("clientId", LONGEST_ID);
    Instant occurredAt = instant(draft.members().get("occurredAt"), event);
    String type = event.text("type", LONGEST_ID);
    payload(type, event, draft, errors);
    if (!errors.isEmpty() || occurredAt == null) {
      throw EventProblem.EVENT_INVALID.with(
          "The event was not recorded.", errors.toArray(FieldError[]::new));
    }
    return new Checked(
        eventId,
        type,
        clientId,
        occurredAt,
        String.valueOf(draft.members().get("occurredAt")),
        event.has("payload") ? members(draft.members().get("payload")) : null);
  }

  /** A time as sync events spell it; nothing where it is none, or none that a clock can show. */
  static Optional<Instant> time(@Nullable Object value) {
    if (!(value instanceof String text) || !TIME.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant()).filter(TimeRules::isSane);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static FieldError timeExpected(String field) {
    return new FieldError(
        field,
        "an RFC 3339 time with offset, as in 2026-03-02T08:30:00.000Z, " + TimeRules.EXPECTED);
  }

  private static @Nullable Instant instant(@Nullable Object value, MemberRules event) {
    Optional<Instant> time = time(value);
    if (time.isEmpty()) {
      event.wrong("occurredAt", timeExpected("").message());
    }
    return time.orElse(null);
  }

  private void payload(String type, MemberRules event, SyncDraft draft, List<FieldError> errors) {
    switch (type) {
      case SyncEvents.CONTENT_PROGRESSED -> inside(event, errors, this::progressed);
      case SyncEvents.ONBOARDING_COMPLETED ->
          inside(
              event,
              errors,
              (payload, more) -> {
                payload.only(Set.of("pathId"));
                payload.text("pathId", LONGEST_ID);
              });
      case SyncEvents.ACTIVE_PATH_SET ->
          inside(
              event,
              errors,
              (payload, more) -> {
                payload.only(Set.of("pathId"));
                payload.nullableText("pathId", LONGEST_ID);
              });
      case SyncEvents.ONBOARDING_RESET, SyncEvents.PROGRESS_RESET -> {
        if (draft.members().containsKey("payload")) {
          inside(event, errors, (payload, more) -> payload.only(Set.of()));
        }
      }
      default ->
          event.wrong("type", "one of " + String.join(", ", new TreeSet<>(SyncEvents.TYPES)));
    }
  }

  @FunctionalInterface
  private interface Inside {
    void check(MemberRules members, List<FieldError> errors);
  }

  private static void inside(MemberRules event, List<FieldError> errors, Inside check) {
    Map<?, ?> payload = event.object("payload");
    if (payload != null) {
      check.check(new MemberRules(payload, "/payload", errors), errors);
    }
  }

  private void progressed(MemberRules payload, List<FieldError> errors) {
    payload.only(Set.of("contentId", "status", "score", "contentVersion", "interaction"));
    payload.text("contentId", LONGEST_CONTENT_ID);
    String status = payload.text("status", LONGEST_ID);
    if (ContentStatus.of(status).isEmpty()) {
      payload.wrong("status", STATUSES);
    }
    payload.optionalNumber("score", MOST_SCORE);
    payload.optionalText("contentVersion", LONGEST_VERSION);
    if (payload.has("interaction")) {
      Map<?, ?> interaction = payload.object("interaction");
      if (interaction != null) {
        interaction(interaction, errors);
      }
    }
  }

  private void interaction(Map<?, ?> members, List<FieldError> errors) {
    MemberRules interaction = new MemberRules(members, "/payload/interaction", errors);
    interaction.only(Set.of("interactionId", "state"));
    interaction.text("interactionId", LONGEST_CONTENT_ID);
    if (!interaction.has("state")) {
      interaction.wrong("state", "required; null where it was removed");
    } else if (!StateRules.isSane(members.get("state"))) {
      interaction.wrong(
          "state",
          "JSON of at most " + StateRules.DEEPEST + " levels, sane numbers, no control characters");
    } else if (StateRules.hasKey(members.get("state"), rejectedKey)) {
      throw EventProblem.PAYLOAD_REJECTED.with(
          "The event was not recorded.",
          new FieldError(interaction.pointer("state"), "no secrets and no personal data"));
    }
  }

  private static Map<String, @Nullable Object> members(@Nullable Object object) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    if (object instanceof Map<?, ?> map) {
      map.forEach((key, value) -> members.put((String) key, value));
    }
    return members;
  }
}
