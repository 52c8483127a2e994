package org.cairn.journey;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.content.QuestionRef;

/** Which questions a lesson asks. */
final class QuestionChoiceRules {

  static final int QUESTIONS = 5;

  private QuestionChoiceRules() {}

  /**
   * Those that the learner was asked least often; among equals an order of the learner's own, the
   * same for ever, so that neighbors get different lessons and a repetition the same.
   *
   * @param asked how often, by question
   * @return fewer than {@link #QUESTIONS} where the skill has no more
   */
  static List<QuestionRef> choose(
      List<QuestionRef> offered, Map<String, Integer> asked, UUID learner) {
    return offered.stream()
        .sorted(
            Comparator.<QuestionRef>comparingInt(q -> asked.getOrDefault(q.id(), 0))
                .thenComparingLong(q -> place(learner, q.id()))
                .thenComparing(QuestionRef::id))
        .limit(QUESTIONS)
        .toList();
  }

  /**
   * Where the question stands in the learner's own order. Learner and question are mixed into one
   * number before it is scattered (the finalizer of MurmurHash3, fmix64), else all learners would
   * have the same order, begun at another place.
   */
  private static long place(UUID learner, String question) {
    long mixed = 31L * learner.hashCode() + question.hashCode();
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
