package org.cairn.onboarding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.events.EventDraft;
import org.cairn.events.NewEvent;
import org.cairn.onboarding.OnboardingEvents.Draft;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TextRules;

/** An event of the log as the contract calls its fields. */
final class ContractEvent {

  private static final int LONGEST_KEY = 200;

  private static final Map<String, String> NAMES =
      Map.of("/name", "/eventName", "/version", "/eventVersion", "/payload", "/eventPayload");

  private ContractEvent() {}

  /**
   * The draft as a well-formed event.
   *
   * @param sender whose keys are told apart from others' keys
   * @param rules of the log
   * @throws ProblemException that names the contract's fields
   */
  static NewEvent checked(Draft draft, String sender, Function<EventDraft, NewEvent> rules) {
    List<FieldError> errors = new ArrayList<>(draft.unreadable());
    if (draft.learnerId() == null && isFree("/learnerId", errors)) {
      errors.add(new FieldError("/learnerId", "required"));
    }
    EventDraft event =
        new EventDraft(
            eventId(draft, sender),
            draft.eventName(),
            draft.eventVersion(),
            null,
            null,
            null,
            draft.eventPayload(),
            draft.occurredAt(),
            errors);
    try {
      return rules.apply(event);
    } catch (ProblemException problem) {
      throw problem
          .problem()
          .with(
              problem.detail(),
              problem.errors().stream().map(ContractEvent::renamed).toArray(FieldError[]::new));
    }
  }

  private static String eventId(Draft draft, String sender) {
    if (draft.eventId() != null) {
      return draft.eventId();
    }
    String key = draft.idempotencyKey();
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY || !TextRules.isLine(key)) {
      throw CommonProblem.INVALID_REQUEST.with(
          "Nothing was recorded: a repeated request could not be told from a new one.",
          new FieldError("/eventId", "required without an Idempotency-Key"),
          new FieldError("Idempotency-Key", "1 to " + LONGEST_KEY + " characters, your own"));
    }
    byte[] name = (sender + "\n" + key).getBytes(StandardCharsets.UTF_8);
    return "key/" + UUID.nameUUIDFromBytes(name);
  }

  private static boolean isFree(String field, List<FieldError> errors) {
    return errors.stream().noneMatch(error -> error.field().equals(field));
  }

  private static FieldError renamed(FieldError error) {
    String field = error.field();
    int end = field.indexOf('/', 1);
    String top = end < 0 ? field : field.substring(0, end);
    return NAMES.containsKey(top)
        ? new FieldError(NAMES.get(top) + field.substring(top.length()), error.message())
        : error;
  }
}
