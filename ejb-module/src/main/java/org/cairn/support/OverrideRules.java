package org.cairn.support;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.shared.FieldError;
import org.cairn.shared.TextRules;
import org.cairn.support.RemediationRules.Gap;
import org.jspecify.annotations.Nullable;

/** What a guardian's override may ask for, and what it leaves open. */
final class OverrideRules {

  static final String REQUESTED = "requested";
  static final String EFFECTIVE = "effective";
  static final String REFUSED = "refused";

  static final int LONGEST_REASON = 300;

  /** CEDS codes of grades that follow each other. */
  static final List<String> GRADES =
      List.of(
          "PK", "TK", "KG", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12");

  private static final int LONGEST_DETAIL = 300;

  private OverrideRules() {}

  /**
   * Where a learner is.
   *
   * @param grade the higher one of the roster's and those it has gone on to in the school year
   * @param rosterGrade CEDS code; {@code null}: none
   * @param day the school's
   */
  record Schooling(
      @Nullable String grade, @Nullable String rosterGrade, int schoolYear, LocalDate day) {}

  /**
   * A skill of a grade, and how a learner stands on it.
   *
   * @param bestScore {@code null} where no lesson of it is complete
   */
  record GradeSkill(
      String skillId,
      String subject,
      String grade,
      boolean mastered,
      @Nullable Integer bestScore) {}

  /** How far a learner was when an override was asked for. */
  record Completion(int mastered, int all, List<Gap> gaps) {

    /** Percent, to 2 decimals; of nothing all is done. */
    static BigDecimal percent(int mastered, int all) {
      return all == 0
          ? BigDecimal.valueOf(100).setScale(2)
          : BigDecimal.valueOf(100L * mastered)
              .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
    }

    List<String> skills() {
      return gaps.stream().map(Gap::skillId).distinct().toList();
    }
  }

  static Completion completion(List<GradeSkill> skills) {
    List<Gap> gaps =
        skills.stream()
            .filter(skill -> !skill.mastered())
            .map(s -> new Gap(s.skillId(), s.subject(), s.grade(), s.bestScore()))
            .toList();
    return new Completion(skills.size() - gaps.size(), skills.size(), gaps);
  }

  /** Whether a grade is above another; one that the roster does not order is above none. */
  static boolean isAbove(String grade, String other) {
    return GRADES.indexOf(grade) > GRADES.indexOf(other) && GRADES.contains(other);
  }

  /** The grades whose skills an override leaves behind: from the one on and before the other. */
  static List<String> left(String from, String to) {
    return GRADES.subList(GRADES.indexOf(from), GRADES.indexOf(to));
  }

  /** The highest of the roster's grade and those that were reached. */
  static @Nullable String highest(@Nullable String rosterGrade, List<String> reached) {
    String highest = rosterGrade;
    for (String grade : reached) {
      if (highest == null || isAbove(grade, highest)) {
        highest = grade;
      }
    }
    return highest;
  }

  static List<FieldError> errors(GradeOverrides.Request request) {
    List<FieldError> errors = new ArrayList<>();
    if (request.id() == null) {
      errors.add(new FieldError("/id", "a UUID that you have chosen"));
    }
    if (request.toGrade() == null || !GRADES.contains(request.toGrade())) {
      errors.add(new FieldError("/toGrade", "a CEDS code such as KG or 05"));
    }
    reason(request.reason(), errors);
    return errors;
  }

  static List<FieldError> errors(GradeOverrides.Decision decision) {
    List<FieldError> errors = new ArrayList<>();
    if (decision.decision() == null || !Set.of("approve", "refuse").contains(decision.decision())) {
      errors.add(new FieldError("/decision", "approve or refuse"));
    }
    reason(decision.reason(), errors);
    return errors;
  }

  /** For the audit: the numbers, and the ids of skills as far as they have room. */
  static Map<String, String> detail(String from, String to, String reason, Completion completion) {
    String skills = String.join(" ", completion.skills());
    return Map.of(
        "fromGrade",
        from,
        "toGrade",
        to,
        "completion",
        Completion.percent(completion.mastered(), completion.all()).toString(),
        "incomplete",
        Integer.toString(completion.skills().size()),
        "incompleteSkills",
        skills.substring(0, Math.min(LONGEST_DETAIL, skills.length())),
        "reason",
        reason);
  }

  private static void reason(@Nullable String reason, List<FieldError> errors) {
    if (reason == null
        || reason.isBlank()
        || reason.length() > LONGEST_REASON
        || !TextRules.isLine(reason)) {
      errors.add(new FieldError("/reason", "1 to " + LONGEST_REASON + " characters"));
    }
  }
}
