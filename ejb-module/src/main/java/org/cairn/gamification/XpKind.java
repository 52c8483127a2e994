package org.cairn.gamification;

/** What earns XP, and by which part of the rules. */
enum XpKind {
  ANSWER("ANSWER_CORRECT"),
  LESSON("LESSON_COMPLETE"),
  PERFECT("PERFECT_SCORE"),
  MASTERY("SKILL_MASTERED"),
  LOGIN("DAILY_LOGIN"),
  /** As written where it was promised, such as a track's rewards. */
  REWARD("REWARD"),
  /** By a district's administrator. */
  CORRECTION("DISTRICT_CORRECTION"),
  /** Bought by the learner: nothing that is owed, but what is taken from the balance. */
  PURCHASE("HINT_BOUGHT");

  private final String reason;

  XpKind(String reason) {
    this.reason = reason;
  }

  /** The ledger's reason. */
  String reason() {
    return reason;
  }

  /** Whether grade, category and streak multiply it. */
  boolean isMultiplied() {
    return this == ANSWER || this == LESSON || this == PERFECT || this == MASTERY;
  }

  /** Whether it counts towards the daily cap; the same are what the rules set the worth of. */
  boolean isCapped() {
    return isMultiplied() || this == LOGIN;
  }

  XpCategory category() {
    return switch (this) {
      case ANSWER, LESSON, PERFECT, MASTERY -> XpCategory.LEARNING;
      case LOGIN, REWARD, CORRECTION -> XpCategory.BONUS;
      case PURCHASE -> XpCategory.HINT;
    };
  }
}
