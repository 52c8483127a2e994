package org.cairn.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.shared.FieldError;
import org.cairn.support.OverrideRules.Completion;
import org.cairn.support.OverrideRules.GradeSkill;
import org.cairn.support.RemediationRules.Gap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportRulesTest {

  @ParameterizedTest
  @CsvSource({"0,1", "9,1", "10,2", "50,6", "69,7", "100,10", ",5"})
  void theWorstSkillComesFirst(Integer score, int priority) {
    assertEquals(priority, RemediationRules.priority(new Gap("s", "Math", "04", score)));
  }

  @Test
  void anItemIsDueTwoWeeksAfterTheSchoolsDay() {
    UUID journey = UUID.randomUUID();
    RemediationRules.Draft draft =
        RemediationRules.drafts(
                List.of(new Gap("s", "Math", "04", 30)),
                LocalDate.parse("2026-03-02"),
                "journey",
                journey)
            .get(0);
    assertEquals(LocalDate.parse("2026-03-16"), draft.dueOn());
    assertEquals(4, draft.priority());
    assertEquals(journey, draft.sourceId());
  }

  @Test
  void gradesFollowEachOtherAndWhatIsNotOrderedIsAboveNothing() {
    assertTrue(OverrideRules.isAbove("01", "KG"));
    assertTrue(OverrideRules.isAbove("10", "09"));
    assertFalse(OverrideRules.isAbove("04", "04"));
    assertFalse(OverrideRules.isAbove("UG", "04"));
    assertFalse(OverrideRules.isAbove("04", "UG"));
    assertEquals(List.of("04", "05"), OverrideRules.left("04", "06"));
    assertEquals("06", OverrideRules.highest("04", List.of("05", "06")));
    assertEquals("07", OverrideRules.highest("07", List.of("05")));
    assertEquals("05", OverrideRules.highest(null, List.of("05")));
  }

  @Test
  void completionIsThePartOfTheSkillsThatIsMastered() {
    Completion completion =
        OverrideRules.completion(
            List.of(
                new GradeSkill("a", "Math", "04", true, 90),
                new GradeSkill("b", "ELA", "04", false, 40),
                new GradeSkill("c", "ELA", "04", false, null)));
    assertEquals(List.of("b", "c"), completion.skills());
    assertEquals("33.33", Completion.percent(completion.mastered(), completion.all()).toString());
    assertEquals("100.00", Completion.percent(0, 0).toString());
  }

  @Test
  void everyWrongFieldIsNamed() {
    assertEquals(
        Set.of("/skillId", "/fromGrade", "/note", "/priority", "/dueOn"),
        fields(
            RemediationRules.errors(
                new Remediation.Addition("a\u0000", "third", 11, LocalDate.MAX, "x".repeat(301)))));
    assertEquals(
        Set.of("/status", "/priority"),
        fields(RemediationRules.errors(new Remediation.Change("done", null, null))));
    assertEquals(
        Set.of("/id", "/toGrade", "/reason"),
        fields(OverrideRules.errors(new GradeOverrides.Request(null, "UG", "\ud800"))));
    assertEquals(
        Set.of("/decision", "/reason"),
        fields(OverrideRules.errors(new GradeOverrides.Decision("maybe", " "))));
  }

  @Test
  void theAuditTellsNoMoreThanItHasRoomFor() {
    List<GradeSkill> many =
        java.util.stream.IntStream.range(0, 200)
            .mapToObj(i -> new GradeSkill("a-skill-of-many-" + i, "Math", "04", false, null))
            .toList();
    OverrideRules.detail("04", "05", "r".repeat(300), OverrideRules.completion(many))
        .forEach((key, value) -> assertTrue(value.length() <= 300, key));
  }

  private static Set<String> fields(List<FieldError> errors) {
    return errors.stream().map(FieldError::field).collect(Collectors.toSet());
  }
}
