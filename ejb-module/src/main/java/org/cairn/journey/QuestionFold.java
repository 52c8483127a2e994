package org.cairn.journey;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Judges a question within a school year, over all attempts that the server could score. */
final class QuestionFold {

  private QuestionFold() {}

  /** How the question stands, given attempts at it in any order; nothing without a scored one. */
  static Optional<QuestionStanding> standing(Collection<Attempt> attempts) {
    List<Attempt> scored =
        attempts.stream().filter(Attempt::verified).sorted(Attempt.IN_ORDER).distinct().toList();
    if (scored.isEmpty()) {
      return Optional.empty();
    }
    int tries = 0;
    for (Attempt attempt : scored) {
      tries++;
      if (attempt.correct()) {
        return Optional.of(standing(attempt, tries));
      }
    }
    return Optional.of(standing(scored.get(tries - 1), null));
  }

  private static QuestionStanding standing(
      Attempt by, @org.jspecify.annotations.Nullable Integer correctAtTry) {
    return new QuestionStanding(
        by.questionId(),
        by.schoolYear(),
        by.journeyId(),
        by.subject(),
        by.skillId(),
        correctAtTry,
        by.grade(),
        by.eventId(),
        by.effectiveAt());
  }

  /** Which try an attempt is, among attempts at the same question that may include it, from 1. */
  static int tryOf(Attempt attempt, Collection<Attempt> attempts) {
    return 1
        + (int)
            attempts.stream()
                .distinct()
                .filter(Attempt::verified)
                .filter(other -> Attempt.IN_ORDER.compare(other, attempt) < 0)
                .count();
  }
}
