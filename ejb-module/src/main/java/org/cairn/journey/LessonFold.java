package org.cairn.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.content.QuestionRef;
import org.cairn.journey.Lesson.Completion;

/**
 * Judges a lesson: a pure function of its assignment and the attempts, whatever order they came in
 * and however often (spec: journeys and gamification, "Journeys").
 */
final class LessonFold {

  private LessonFold() {}

  /** The numbers of a lesson, given all attempts at its questions in it. */
  static LessonState fold(Lesson lesson, Collection<Attempt> attempts) {
    List<Attempt> inOrder = distinct(attempts);
    Map<String, List<Attempt>> byQuestion =
        inOrder.stream().collect(Collectors.groupingBy(Attempt::questionId));
    int attempted = 0;
    int correct = 0;
    int atFirst = 0;
    List<String> unanswered = new ArrayList<>();
    for (QuestionRef question : lesson.questions()) {
      List<Attempt> tries = byQuestion.getOrDefault(question.id(), List.of());
      if (tries.isEmpty()) {
        unanswered.add(question.id());
      }
      attempted += tries.stream().anyMatch(Attempt::verified) ? 1 : 0;
      correct += tries.stream().anyMatch(Attempt::correct) ? 1 : 0;
      atFirst += !tries.isEmpty() && tries.get(0).correct() ? 1 : 0;
    }
    int asked = lesson.questions().size();
    return new LessonState(
        asked - unanswered.size(),
        attempted,
        correct,
        score(correct, attempted),
        atFirst == asked,
        attempted == asked,
        inOrder.stream().mapToLong(Attempt::timeSpent).sum(),
        inOrder.size(),
        Math.max(lesson.hintsGiven(), inOrder.stream().mapToInt(Attempt::hintsUsed).sum()),
        unanswered);
  }

  /** How the lesson stands, for others; nothing before the first answer. */
  static Optional<LessonStanding> standing(Lesson lesson, Collection<Attempt> attempts) {
    List<Attempt> inOrder = distinct(attempts);
    if (inOrder.isEmpty()) {
      return Optional.empty();
    }
    LessonState state = fold(lesson, inOrder);
    Completion completion = lesson.completion();
    boolean complete = completion != null && state.unanswered().isEmpty();
    Completion by = completion != null && complete ? completion : by(inOrder);
    return Optional.of(
        new LessonStanding(
            lesson.id(),
            lesson.journeyId(),
            lesson.container(),
            lesson.subject(),
            lesson.skillId(),
            lesson.career(),
            complete,
            state.score(),
            state.perfect(),
            state.verified(),
            state.timeSpent(),
            lesson.expectedTime(),
            by.grade(),
            by.eventId(),
            by.effectiveAt()));
  }

  private static Completion by(List<Attempt> inOrder) {
    Attempt latest = inOrder.get(inOrder.size() - 1);
    return new Completion(latest.eventId(), latest.effectiveAt(), latest.grade());
  }

  /** Round half up of 100 · correct / attempted. */
  static int score(int correct, int attempted) {
    return attempted == 0 ? 0 : (200 * correct + attempted) / (2 * attempted);
  }

  private static List<Attempt> distinct(Collection<Attempt> attempts) {
    return attempts.stream().sorted(Attempt.IN_ORDER).distinct().toList();
  }
}
