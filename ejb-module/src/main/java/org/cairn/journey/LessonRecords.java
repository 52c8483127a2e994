package org.cairn.journey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.Care;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.Roles;
import org.cairn.content.QuestionRef;
import org.cairn.guardian.AnswerSharing;
import org.cairn.journey.ArchivedJourneys.KeptLesson;
import org.cairn.journey.LessonStore.Stored;
import org.cairn.shared.ProblemException;

/** What learners were asked in lessons and what they answered, for those who may see that. */
@Stateless
@RolesAllowed({
  Roles.LEARNER,
  Roles.GUARDIAN,
  Roles.TEACHER,
  Roles.SCHOOL_ADMIN,
  Roles.DISTRICT_ADMIN,
  Roles.SYSTEM
})
public class LessonRecords {

  /**
   * How many of a lesson's questions were practiced and assessed; a question can be both.
   *
   * @param practiced questions that were answered for practice
   * @param assessed questions that were answered as an assessment
   */
  public record Work(UUID sessionId, int practiced, int assessed) {}

  /**
   * A lesson with all that was answered in it.
   *
   * @param lesson without its questions
   * @param asked its questions in the versions by which answers are judged
   */
  public record Sheet(LessonView lesson, List<QuestionRef> asked) {}

  @Inject private Access access;
  @Inject private Care care;
  @Inject private AnswerSharing answers;
  @Inject private LessonStore lessons;
  @Inject private LessonHistory history;

  /**
   * A lesson, with its questions and what was answered. Guardians see the figures alone, unless the
   * district lets them see answers.
   *
   * @param learner an id or {@code me}
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code SESSION_NOT_FOUND}
   */
  public LessonView find(String learner, UUID session) {
    VisibleLearner visible = access.visible(learner);
    Stored stored =
        lessons
            .find(visible, session)
            .orElseThrow(
                () ->
                    JourneyProblem.SESSION_NOT_FOUND.with(
                        "No lesson of this learner has this id."));
    if (!answers.areShown(visible)) {
      return stored.view();
    }
    return history.view(visible, stored);
  }

  /**
   * How a journey's lessons were worked on.
   *
   * @param learner an id or {@code me}
   * @throws ProblemException {@code LEARNER_NOT_FOUND}
   */
  public List<Work> work(String learner, UUID journey) {
    VisibleLearner visible = access.visible(learner);
    return history.of(visible, lessons.of(visible, List.of(journey))).stream()
        .map(told -> work(told.stored().lesson().id(), told.kept().attempts()))
        .toList();
  }

  /**
   * A journey's lessons with all answers, for those who teach the learner or run its school or
   * district.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}
   */
  public List<Sheet> sheets(String learner, UUID journey) {
    VisibleLearner visible = care.ofStaff(learner).visible();
    return history.of(visible, lessons.of(visible, List.of(journey))).stream()
        .map(told -> sheet(told.stored(), told.kept()))
        .toList();
  }

  private static Sheet sheet(Stored stored, KeptLesson kept) {
    return new Sheet(
        LessonView.of(
            stored.lesson(),
            stored.asked(),
            stored.state(),
            null,
            LessonView.Tried.of(kept.attempts())),
        kept.questions());
  }

  private static Work work(UUID session, Collection<Attempt> given) {
    return new Work(session, questions(given, "practice"), questions(given, "assessment"));
  }

  private static int questions(Collection<Attempt> given, String type) {
    return (int)
        given.stream()
            .filter(attempt -> attempt.questionType().equals(type))
            .map(Attempt::questionId)
            .distinct()
            .count();
  }
}
