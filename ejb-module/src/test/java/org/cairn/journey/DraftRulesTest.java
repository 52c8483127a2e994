package org.cairn.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cairn.shared.FieldError;
import org.junit.jupiter.api.Test;

class DraftRulesTest {

  @Test
  void anAnswerDoesNotTakeTheIdOfCairnsOwnEvents() {
    assertEquals(List.of(), fields(answer("tablet-1")));
    assertEquals(List.of("/eventId"), fields(answer("session/1/completed")));
  }

  @Test
  void everyWrongFieldOfAnAnswerIsNamed() {
    Lessons.Answer wrong = new Lessons.Answer(null, "", "exam", List.of(), 0, -1, 101, null);
    assertEquals(
        List.of(
            "/eventId",
            "/questionId",
            "/questionType",
            "/answer",
            "/timeSpent",
            "/hintsUsed",
            "/attemptNumber"),
        fields(wrong));
  }

  private static Lessons.Answer answer(String id) {
    return new Lessons.Answer(id, "add-1", "practice", List.of("13"), 1, 5, 0, null);
  }

  private static List<String> fields(Lessons.Answer answer) {
    return DraftRules.errors(answer).stream().map(FieldError::field).toList();
  }
}
