package org.cairn.journey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.ActingLearner;
import org.cairn.access.Trust;
import org.cairn.caller.Roles;
import org.cairn.content.Catalog;
import org.cairn.content.QuestionRef;
import org.cairn.events.AppendedEvent;
import org.cairn.events.Consequences;
import org.cairn.events.EventLog;
import org.cairn.events.EventProblem;
import org.cairn.events.NewEvent.OwnId;
import org.cairn.events.RecordedEvent;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** The calling learner's lessons: container sessions, answered and completed. */
@Stateless
@RolesAllowed(Roles.LEARNER)
public class Lessons {

  /**
   * An answer as a device sends it.
   *
   * @param eventId chosen by the device, unique for the learner
   * @param questionType {@code practice} or {@code assessment}
   * @param answer one text, or the ids of all chosen choices; a number or truth value as JSON
   *     writes it
   * @param attemptNumber as the device counts; the server counts by itself
   * @param timeSpent seconds, 0 to 86,400
   * @param hintsUsed 0 to 100
   * @param occurredAt absent: when it is received
   */
  public record Answer(
      @Nullable String eventId,
      @Nullable String questionId,
      @Nullable String questionType,
      @Nullable List<String> answer,
      @Nullable Integer attemptNumber,
      @Nullable Integer timeSpent,
      @Nullable Integer hintsUsed,
      @Nullable Instant occurredAt) {}

  @Inject private Access access;
  @Inject private EventLog log;
  @Inject private LessonStarts starts;
  @Inject private LessonStore lessons;
  @Inject private AttemptStore attempts;
  @Inject private SchoolingStore schools;
  @Inject private DeviceStore devices;
  @Inject private Standings standings;
  @Inject private LessonHistory history;
  @Inject private Catalog catalog;
  @Inject private Clock clock;

  /**
   * Begins a lesson and assigns its questions; where the journey has one of this container and
   * subject, that is answered.
   *
   * @throws ProblemException {@code JOURNEY_INVALID}, {@code JOURNEY_NOT_FOUND}, {@code
   *     CONTAINER_NOT_OPEN}, {@code SKILL_NOT_OFFERED}
   */
  public LessonView start(
      UUID journey,
      @Nullable String container,
      @Nullable String subject,
      @Nullable String skill,
      @Nullable String device) {
    Journeys.refuse(DraftRules.errors(device));
    ActingLearner learner = access.acting();
    Lesson lesson = starts.start(learner, journey, container, subject, skill);
    devices.seen(learner, device, journey, lesson.id());
    return view(learner, lesson);
  }

  /**
   * Records an answer and scores it by the key of the version that the lesson asks. The same again
   * gets the same answer and counts once.
   *
   * @throws ProblemException {@code JOURNEY_INVALID} naming the fields, {@code SESSION_NOT_FOUND},
   *     {@code QUESTION_NOT_ASKED}, {@code EVENT_CONFLICT}; then nothing is stored
   */
  public LessonView.Judged answer(UUID session, Answer answer, @Nullable String device) {
    List<FieldError> errors = DraftRules.errors(answer);
    Journeys.refuse(errors);
    Journeys.refuse(DraftRules.errors(device));
    ActingLearner learner = access.acting();
    Consequences consequences = new Consequences();
    String eventId = Objects.requireNonNull(answer.eventId());
    Optional<RecordedEvent> known = log.recall(learner, eventId, consequences);
    LessonStore.Stored stored = find(learner, session);
    if (known.isPresent()) {
      if (!AnswerEvent.isSame(known.get(), session, answer)) {
        throw conflict();
      }
      return AnswerEvent.view(known.get(), consequences);
    }
    Lesson lesson = open(stored);
    RecordedEvent recorded = record(learner, lesson, answer, consequences);
    devices.seen(learner, device, lesson.journeyId(), lesson.id());
    return AnswerEvent.view(recorded, consequences);
  }

  private RecordedEvent record(
      ActingLearner learner, Lesson lesson, Answer answer, Consequences consequences) {
    String questionId = Objects.requireNonNull(answer.questionId());
    QuestionRef question = question(lesson, questionId);
    Instant occurredAt = answer.occurredAt() == null ? clock.instant() : answer.occurredAt();
    Attempt attempt = attempt(learner, lesson, question, answer, log.effectiveAt(occurredAt));
    List<Attempt> before = attempts.around(learner, lesson, questionId);
    List<Attempt> ofQuestion =
        before.stream()
            .filter(a -> a.questionId().equals(questionId))
            .filter(a -> a.schoolYear() == lesson.schoolYear())
            .toList();
    AppendedEvent appended =
        log.append(
                learner,
                List.of(
                    AnswerEvent.of(
                        attempt, lesson, QuestionFold.tryOf(attempt, ofQuestion), occurredAt)),
                attempt.verified() ? Trust.SERVER : learner.trust(),
                consequences)
            .get(0);
    standings.answered(learner, lesson, before, attempt, consequences);
    return appended.event();
  }

  private Attempt attempt(
      ActingLearner learner, Lesson lesson, QuestionRef question, Answer answer, Instant at) {
    Schooling school = schools.of(learner);
    List<String> given = Objects.requireNonNull(answer.answer());
    Optional<Boolean> correct = catalog.judge(question, given);
    return new Attempt(
        Objects.requireNonNull(answer.eventId()),
        lesson.journeyId(),
        lesson.id(),
        question.id(),
        lesson.schoolYear(),
        lesson.subject(),
        lesson.skillId(),
        Objects.requireNonNull(answer.questionType()),
        given,
        correct.isPresent(),
        correct.orElse(false),
        question.version(),
        school.grade(),
        school.dayOf(at),
        answer.attemptNumber(),
        Objects.requireNonNull(answer.timeSpent()),
        Objects.requireNonNull(answer.hintsUsed()),
        at.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
  }

  /**
   * Completes a lesson whose questions are all answered; again changes nothing.
   *
   * @throws ProblemException {@code SESSION_NOT_FOUND}, {@code SESSION_NOT_COMPLETE} naming the
   *     questions that are left
   */
  public Completed complete(UUID session, @Nullable String device) {
    Journeys.refuse(DraftRules.errors(device));
    ActingLearner learner = access.acting();
    Consequences consequences = new Consequences();
    String eventId = OwnId.SESSION.of(session + "/completed");
    Optional<RecordedEvent> known = log.recall(learner, eventId, consequences);
    LessonStore.Stored stored = find(learner, session);
    Lesson lesson = stored.lesson();
    if (known.isEmpty()) {
      lesson = starts.complete(learner, open(stored), eventId, consequences);
    }
    devices.seen(learner, device, lesson.journeyId(), lesson.id());
    LessonView view = known.isEmpty() ? view(learner, lesson) : view(learner, stored);
    return new Completed(view, consequences.of(eventId));
  }

  /**
   * A lesson that was completed.
   *
   * @param consequences what followed from it
   */
  public record Completed(LessonView session, List<org.cairn.events.Consequence> consequences) {}

  /**
   * A lesson with its questions and what was answered, to go on with on any device; one of long ago
   * comes out of the archive.
   *
   * @throws ProblemException {@code SESSION_NOT_FOUND}
   */
  public LessonView find(UUID session) {
    ActingLearner learner = access.acting();
    return view(learner, find(learner, session));
  }

  /**
   * A question that a lesson asks, and how the learner did with it.
   *
   * @param wrongTries answers to it in the lesson that the server found wrong
   */
  public record Asked(QuestionRef question, int wrongTries) {}

  /**
   * A question of a lesson that goes on, for whoever helps with it.
   *
   * @throws ProblemException {@code SESSION_NOT_FOUND}, {@code SESSION_COMPLETE}, {@code
   *     QUESTION_NOT_ASKED}
   */
  public Asked asked(UUID session, String questionId) {
    ActingLearner learner = access.acting();
    Lesson lesson = open(find(learner, session));
    if (lesson.completion() != null) {
      throw JourneyProblem.SESSION_COMPLETE.with("Its questions can be read as they are.");
    }
    QuestionRef question = question(lesson, questionId);
    long wrong =
        attempts.ofSession(learner.visible(), session).stream()
            .filter(a -> a.questionId().equals(questionId) && a.verified() && !a.correct())
            .count();
    return new Asked(question, (int) wrong);
  }

  /** Counts a hint that was given in a lesson, under the learner's lock. */
  public void hinted(UUID session) {
    lessons.hint(access.acting(), session);
  }

  private static QuestionRef question(Lesson lesson, String questionId) {
    return lesson
        .question(questionId)
        .orElseThrow(
            () ->
                JourneyProblem.QUESTION_NOT_ASKED.with(
                    "Nothing was recorded.",
                    new FieldError("/questionId", "the id of a question of the lesson")));
  }

  private LessonStore.Stored find(ActingLearner learner, UUID session) {
    return lessons
        .find(learner.visible(), session)
        .orElseThrow(
            () -> JourneyProblem.SESSION_NOT_FOUND.with("No lesson of yours has this id."));
  }

  private static Lesson open(LessonStore.Stored stored) {
    Journeys.requireRows(stored.isArchived());
    return stored.lesson();
  }

  private LessonView view(ActingLearner learner, LessonStore.Stored stored) {
    return stored.isArchived()
        ? history.view(learner.visible(), stored)
        : view(learner, stored.lesson());
  }

  private LessonView view(ActingLearner learner, Lesson lesson) {
    List<Attempt> given = attempts.ofSession(learner.visible(), lesson.id());
    return LessonView.of(
        lesson,
        lesson.questions().size(),
        LessonFold.fold(lesson, given),
        catalog.questions(lesson.questions()),
        LessonView.Tried.of(given));
  }

  private static ProblemException conflict() {
    return EventProblem.EVENT_CONFLICT.with(
        "The answer was not recorded; the event with this id stands as it was.",
        new FieldError("/eventId", "an id that no other event of the learner has"));
  }
}
