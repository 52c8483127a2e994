package org.cairn.onboarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.onboarding.TrackAssignments.AssignmentDraft;
import org.cairn.shared.FieldError;
import org.cairn.shared.TimeRules;

/** When an assignment is well-formed. */
final class AssignmentRules {

  /** Those of OneRoster 1.2 (CEDS). */
  private static final Set<String> GRADES =
      Set.of(
          "IT", "PR", "PK", "TK", "KG", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10",
          "11", "12", "13", "PS", "UG");

  private AssignmentRules() {}

  /**
   * What is wrong with a draft.
   *
   * @param inClass whether it is for a class that the address names
   */
  static List<FieldError> errors(AssignmentDraft draft, boolean inClass, Instant now) {
    List<FieldError> errors = new ArrayList<>();
    if (draft.trackKey() == null) {
      errors.add(new FieldError("/trackKey", "required"));
    }
    if (draft.dueAt() == null || !TimeRules.isSane(draft.dueAt()) || !draft.dueAt().isAfter(now)) {
      errors.add(new FieldError("/dueAt", "a time to come, " + TimeRules.EXPECTED));
    }
    if (draft.grade() != null && !GRADES.contains(draft.grade())) {
      errors.add(new FieldError("/grade", "a CEDS code, such as KG or 07"));
    }
    if (inClass) {
      refuseOutside(draft, errors);
    } else if (Stream.of(draft.classId(), draft.grade(), draft.learnerId())
            .filter(target -> target != null)
            .count()
        != 1) {
      errors.add(new FieldError("", "one of classId, grade and learnerId"));
    }
    return errors;
  }

  private static void refuseOutside(AssignmentDraft draft, List<FieldError> errors) {
    if (draft.classId() != null) {
      errors.add(new FieldError("/classId", "not here: the address names the class"));
    }
    if (draft.grade() != null) {
      errors.add(new FieldError("/grade", "not here: only the district assigns to a grade"));
    }
  }
}
