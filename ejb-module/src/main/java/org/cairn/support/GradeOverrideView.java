package org.cairn.support;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cairn.support.OverrideRules.Completion;
import org.jspecify.annotations.Nullable;

/**
 * A guardian's decision that a child goes on to a grade although skills are not mastered.
 *
 * @param id chosen by the guardian's device
 * @param fromGrade CEDS code of the grade that the child was in
 * @param schoolYear by the year in which it ends
 * @param status requested: it waits for the school; effective or refused
 * @param completion percent of the skills of the grades below {@code toGrade} that were mastered,
 *     to 2 decimals; as it stood when it was requested, and again when it was decided
 * @param incompleteSkills those that were not
 * @param own whether the caller has asked for it
 * @param decidedAt when the school decided; absent where nobody had to
 */
public record GradeOverrideView(
    UUID id,
    UUID learnerId,
    String fromGrade,
    String toGrade,
    int schoolYear,
    String reason,
    String status,
    BigDecimal completion,
    int skillsMastered,
    int skillsOfGrade,
    List<String> incompleteSkills,
    boolean own,
    Instant requestedAt,
    @Nullable Instant decidedAt,
    @Nullable String decisionReason) {

  public GradeOverrideView {
    incompleteSkills = List.copyOf(incompleteSkills);
  }

  /** One that its guardian has just asked for. */
  static GradeOverrideView asked(
      UUID id,
      UUID learner,
      String from,
      String to,
      int schoolYear,
      String reason,
      String status,
      Completion completion,
      Instant now) {
    return new GradeOverrideView(
        id,
        learner,
        from,
        to,
        schoolYear,
        reason,
        status,
        Completion.percent(completion.mastered(), completion.all()),
        completion.mastered(),
        completion.all(),
        completion.skills(),
        true,
        now,
        null,
        null);
  }
}
