package org.cairn.guardian;

/** Who meets a learner's questions and answers, rather than figures of them. */
final class AnswerRules {

  private AnswerRules() {}

  /**
   * Whether questions with what was answered are shown. Keys, the right answers, are another thing:
   * they are shown to those who teach or run a school, whatever the district says here.
   *
   * @param asGuardian whether nothing but a guardian's link lets the caller see the learner
   * @param allowed whether the district lets guardians see answers
   */
  static boolean areShown(boolean asGuardian, boolean allowed) {
    return !asGuardian || allowed;
  }
}
