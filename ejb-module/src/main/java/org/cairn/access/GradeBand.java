package org.cairn.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Grades that the rules treat alike, by their CEDS codes. */
public enum GradeBand {
  K2,
  GRADES_3_TO_5,
  OTHERS;

  private static final Set<String> UP_TO_SECOND = Set.of("IT", "PR", "PK", "TK", "KG", "01", "02");
  private static final Set<String> THIRD_TO_FIFTH = Set.of("03", "04", "05");

  /**
   * The band of a grade.
   *
   * @param grade as in the roster; a person without one is in {@link #OTHERS}
   */
  public static GradeBand of(@Nullable String grade) {
    if (grade == null) {
      return OTHERS;
    }
    return UP_TO_SECOND.contains(grade)
        ? K2
        : THIRD_TO_FIFTH.contains(grade) ? GRADES_3_TO_5 : OTHERS;
  }

  /** Whether learners of these grades see their own XP. */
  boolean seesXp() {
    return this != K2;
  }
}
