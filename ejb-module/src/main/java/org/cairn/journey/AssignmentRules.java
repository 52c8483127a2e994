package org.cairn.journey;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cairn.content.QuestionRef;

/** Which questions a lesson asks. */
final class AssignmentRules {

  static final int QUESTIONS = 5;

  /** Neighboring ids have neighboring hashes; this odd factor sends them far apart. */
  private static final int SPREAD = 0x9E3779B9;

  private AssignmentRules() {}

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
                .thenComparingInt(q -> SPREAD * Objects.hash(learner, q.id()))
                .thenComparing(QuestionRef::id))
        .limit(QUESTIONS)
        .toList();
  }
}
