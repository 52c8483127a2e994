package org.cairn.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cairn.content.SkillView;
import org.cairn.shared.FieldError;
import org.cairn.shared.TextRules;
import org.jspecify.annotations.Nullable;

/** Which skills a learner is to work on, and in which order. */
final class RemediationRules {

  static final String PENDING = "pending";
  static final String IN_PROGRESS = "in_progress";
  static final String COMPLETED = "completed";
  static final String SKIPPED = "skipped";

  /** All that an item can be. */
  static final Set<String> STATUSES = Set.of(PENDING, IN_PROGRESS, COMPLETED, SKIPPED);

  /** In the middle: of a skill that the learner has not tried yet, and where nobody says. */
  static final int MIDDLE = 5;

  static final int LAST = 10;
  static final int LONGEST_NOTE = 300;
  static final int LONGEST_SKILL = 100;

  private static final int DAYS_TO_DO = 14;
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
  private static final Set<String> GRADES = Set.copyOf(OverrideRules.GRADES);

  private RemediationRules() {}

  /**
   * A skill that a learner does not master.
   *
   * @param bestScore of its lessons, 0 to 100; {@code null} where there is none
   */
  record Gap(String skillId, String subject, String grade, @Nullable Integer bestScore) {}

  /**
   * What is to come into a learner's queue.
   *
   * @param sourceId the journey or override that brings it
   */
  record Draft(
      String skillId,
      String subject,
      String grade,
      int priority,
      @Nullable LocalDate dueOn,
      String source,
      @Nullable UUID sourceId,
      @Nullable String note) {}

  /** The lower the best score, the sooner: 0 to 9 points are 1, 60 to 69 are 7. */
  static int priority(Gap gap) {
    Integer best = gap.bestScore();
    return best == null ? MIDDLE : Math.min(LAST, 1 + best / 10);
  }

  /** An item for each gap, due two weeks after the school's day. */
  static List<Draft> drafts(List<Gap> gaps, LocalDate day, String source, UUID sourceId) {
    return gaps.stream()
        .map(
            gap ->
                new Draft(
                    gap.skillId(),
                    gap.subject(),
                    gap.grade(),
                    priority(gap),
                    day.plusDays(DAYS_TO_DO),
                    source,
                    sourceId,
                    null))
        .toList();
  }

  /** An item that a teacher adds. */
  static Draft draft(SkillView skill, String grade, Remediation.Addition addition) {
    Integer priority = addition.priority();
    return new Draft(
        skill.skillId(),
        skill.subject(),
        grade,
        priority == null ? MIDDLE : priority,
        addition.dueOn(),
        "teacher",
        null,
        addition.note());
  }

  /** What is wrong with an item that somebody wants to add. */
  static List<FieldError> errors(Remediation.Addition addition) {
    List<FieldError> errors = new ArrayList<>();
    String skill = addition.skillId();
    if (skill == null || skill.isBlank() || skill.length() > LONGEST_SKILL || !isLine(skill)) {
      errors.add(new FieldError("/skillId", "the id of a skill of the catalog"));
    }
    if (addition.fromGrade() != null && !GRADES.contains(addition.fromGrade())) {
      errors.add(new FieldError("/fromGrade", "a CEDS code such as KG or 04"));
    }
    String note = addition.note();
    if (note != null && (note.isBlank() || note.length() > LONGEST_NOTE || !isLine(note))) {
      errors.add(new FieldError("/note", "1 to " + LONGEST_NOTE + " characters, or absent"));
    }
    place(addition.priority(), addition.dueOn(), errors);
    return errors;
  }

  /** What is wrong with how an item is to stand. */
  static List<FieldError> errors(Remediation.Change change) {
    List<FieldError> errors = new ArrayList<>();
    if (change.status() == null || !STATUSES.contains(change.status())) {
      errors.add(new FieldError("/status", "pending, in_progress, completed or skipped"));
    }
    if (change.priority() == null) {
      errors.add(new FieldError("/priority", "a number from 1 to " + LAST));
    }
    place(change.priority(), change.dueOn(), errors);
    return errors;
  }

  /** What changed, by names, for whoever reads the audit. */
  static Map<String, String> difference(RemediationView before, RemediationView after) {
    return Map.of(
        "skill", after.skillId(),
        "status", before.status() + " > " + after.status(),
        "priority", before.priority() + " > " + after.priority(),
        "dueOn", before.dueOn() + " > " + after.dueOn());
  }

  private static void place(
      @Nullable Integer priority, @Nullable LocalDate dueOn, List<FieldError> errors) {
    if (priority != null && (priority < 1 || priority > LAST)) {
      errors.add(new FieldError("/priority", "a number from 1 to " + LAST));
    }
    if (dueOn != null && (dueOn.isBefore(FIRST_DAY) || dueOn.isAfter(LAST_DAY))) {
      errors.add(new FieldError("/dueOn", "a date from " + FIRST_DAY + " to " + LAST_DAY));
    }
  }

  static boolean isLine(String text) {
    return TextRules.isLine(text);
  }
}
