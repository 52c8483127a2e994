package org.cairn.onboarding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cairn.onboarding.TrackAssignments.AssignmentDraft;
import org.cairn.shared.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignmentRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-03-06T22:00:00Z");
  private static final UUID ID = new UUID(1, 2);

  @Test
  void theDistrictNamesOneTarget() {
    assertEquals(List.of(), errors(false, "t", FRIDAY, ID, null, null));
    assertEquals(List.of(), errors(false, "t", FRIDAY, null, "07", null));
    assertEquals(List.of(), errors(false, "t", FRIDAY, null, null, ID));
    assertEquals(List.of(""), errors(false, "t", FRIDAY, null, null, null));
    assertEquals(List.of(""), errors(false, "t", FRIDAY, ID, "07", null));
  }

  @Test
  void inAClassOnlyALearnerOfItCanBeNamed() {
    assertEquals(List.of(), errors(true, "t", FRIDAY, null, null, null));
    assertEquals(List.of(), errors(true, "t", FRIDAY, null, null, ID));
    assertEquals(List.of("/classId"), errors(true, "t", FRIDAY, ID, null, null));
    assertEquals(List.of("/grade"), errors(true, "t", FRIDAY, null, "07", null));
  }

  @Test
  void trackAndDueTimeAreNeeded() {
    assertEquals(List.of("/trackKey", "/dueAt"), errors(true, null, null, null, null, null));
    assertEquals(List.of("/dueAt"), errors(true, "t", NOW, null, null, null));
    assertEquals(List.of("/dueAt"), errors(true, "t", Instant.MAX, null, null, null));
    assertEquals(List.of("/grade"), errors(false, "t", FRIDAY, null, "7", null));
  }

  private static List<String> errors(
      boolean inClass,
      @Nullable String track,
      @Nullable Instant dueAt,
      @Nullable UUID classId,
      @Nullable String grade,
      @Nullable UUID learner) {
    AssignmentDraft draft = new AssignmentDraft(track, dueAt, classId, grade, learner);
    return AssignmentRules.errors(draft, inClass, NOW).stream().map(FieldError::field).toList();
  }
}
