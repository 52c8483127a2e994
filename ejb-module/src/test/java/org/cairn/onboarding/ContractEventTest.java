package org.cairn.onboarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.cairn.events.EventDraft;
import org.cairn.events.NewEvent;
import org.cairn.onboarding.OnboardingEvents.Draft;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContractEventTest {

  @Test
  void theSameKeyOfTheSameSenderIsTheSameEvent() {
    String id = idOf("bus", null, "key-1");
    assertEquals(id, idOf("bus", null, "key-1"));
    assertNotEquals(id, idOf("bus", null, "key-2"));
    assertNotEquals(id, idOf("other bus", null, "key-1"));
    assertTrue(id.length() <= 100);
  }

  @Test
  void anIdGoesBeforeAKey() {
    assertEquals("event-1", idOf("bus", "event-1", "key-1"));
  }

  @Test
  void withoutIdAndKeyNothingIsRecorded() {
    ProblemException refused = assertThrows(ProblemException.class, () -> idOf("bus", null, null));
    assertEquals(CommonProblem.INVALID_REQUEST, refused.problem());
    assertThrows(ProblemException.class, () -> idOf("bus", null, " "));
    assertThrows(ProblemException.class, () -> idOf("bus", null, "x".repeat(201)));
  }

  @Test
  void errorsNameTheContractsFields() {
    Function<EventDraft, NewEvent> refusing =
        draft -> {
          throw CommonProblem.INVALID_REQUEST.with(
              "No.",
              new FieldError("/name", "a"),
              new FieldError("/payload/x/name", "b"),
              new FieldError("/version", "c"),
              new FieldError("/occurredAt", "d"));
        };
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> ContractEvent.checked(draft("1", null), "bus", refusing));
    assertEquals(
        List.of("/eventName", "/eventPayload/x/name", "/eventVersion", "/occurredAt"),
        refused.errors().stream().map(FieldError::field).toList());
  }

  private static String idOf(String sender, @Nullable String id, @Nullable String key) {
    return ContractEvent.checked(draft(id, key), sender, ContractEventTest::taken).eventId();
  }

  private static NewEvent taken(EventDraft draft) {
    String id = String.valueOf(draft.eventId());
    return new NewEvent(id, "a.b", null, null, null, null, null, null);
  }

  private static Draft draft(@Nullable String id, @Nullable String key) {
    return new Draft("me", null, "a.b", null, null, null, id, key, List.of());
  }
}
