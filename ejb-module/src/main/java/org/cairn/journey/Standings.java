package org.cairn.journey;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cairn.access.ActingLearner;
import org.cairn.events.Consequences;
import org.jspecify.annotations.Nullable;

/** Stores how a learner stands after an answer or a completion, and tells what has changed. */
@Singleton
class Standings {

  private final AttemptStore attempts;
  private final JourneyStore journeys;
  private final Event<JourneyAdvanced> advanced;

  @Inject
  Standings(AttemptStore attempts, JourneyStore journeys, Event<JourneyAdvanced> advanced) {
    this.attempts = attempts;
    this.journeys = journeys;
    this.advanced = advanced;
  }

  /**
   * An answer is given.
   *
   * @param before the attempts in the lesson, and at the question in its school year
   */
  void answered(
      ActingLearner learner,
      Lesson lesson,
      List<Attempt> before,
      Attempt attempt,
      Consequences consequences) {
    List<Attempt> after = new ArrayList<>(before);
    after.add(attempt);
    attempts.add(learner, attempt);
    advance(
        learner,
        new Stand(lesson, before, attempt.questionId()),
        new Stand(lesson, after, attempt.questionId()),
        consequences);
  }

  /** A lesson is completed. */
  void completed(
      ActingLearner learner,
      Lesson before,
      Lesson after,
      List<Attempt> given,
      Consequences consequences) {
    advance(learner, new Stand(before, given, null), new Stand(after, given, null), consequences);
  }

  private void advance(ActingLearner learner, Stand was, Stand is, Consequences consequences) {
    List<LessonStanding> others =
        is.lesson().completion() == null ? List.of() : attempts.others(learner, is.lesson());
    Optional<SkillStanding> skillWas = was.skill(others);
    Optional<SkillStanding> skill = is.skill(others);
    attempts.stand(learner, is.lesson(), is.state(), skill.orElse(null), is.bestScore(others));
    if (!mastered(skillWas).equals(mastered(skill))) {
      journeys.countSkills(learner);
    }
    JourneyAdvanced changes =
        new JourneyAdvanced(
            learner,
            changed(was.question(), is.question()),
            changed(was.standing(), is.standing()),
            changed(skillWas, skill),
            consequences);
    if (!changes.questions().isEmpty()
        || !changes.lessons().isEmpty()
        || !changes.skills().isEmpty()) {
      advanced.fire(changes);
    }
  }

  private static Boolean mastered(Optional<SkillStanding> skill) {
    return skill.map(SkillStanding::mastered).orElse(false);
  }

  private static <T> List<T> changed(Optional<T> was, Optional<T> is) {
    return was.equals(is) ? List.of() : is.stream().toList();
  }

  /**
   * A lesson with all that was answered around it.
   *
   * @param asked the question that an answer was for
   */
  private record Stand(Lesson lesson, List<Attempt> attempts, @Nullable String asked) {

    List<Attempt> inLesson() {
      return attempts.stream().filter(a -> a.sessionId().equals(lesson.id())).toList();
    }

    LessonState state() {
      return LessonFold.fold(lesson, inLesson());
    }

    Optional<LessonStanding> standing() {
      return LessonFold.standing(lesson, inLesson());
    }

    Optional<QuestionStanding> question() {
      return QuestionFold.standing(
          attempts.stream()
              .filter(a -> Objects.equals(a.questionId(), asked))
              .filter(a -> a.schoolYear() == lesson.schoolYear())
              .toList());
    }

    Optional<SkillStanding> skill(List<LessonStanding> others) {
      return SkillFold.standing(all(others));
    }

    int bestScore(List<LessonStanding> others) {
      return all(others).stream()
          .filter(LessonStanding::complete)
          .mapToInt(LessonStanding::score)
          .max()
          .orElse(0);
    }

    private List<LessonStanding> all(List<LessonStanding> others) {
      List<LessonStanding> all = new ArrayList<>(others);
      standing().ifPresent(all::add);
      return all;
    }
  }
}
