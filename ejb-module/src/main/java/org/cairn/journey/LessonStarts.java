package org.cairn.journey;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.access.Trust;
import org.cairn.content.Catalog;
import org.cairn.content.QuestionRef;
import org.cairn.content.QuestionView;
import org.cairn.content.SkillView;
import org.cairn.content.Subject;
import org.cairn.events.Consequences;
import org.cairn.events.EventLog;
import org.cairn.events.EventPayload;
import org.cairn.events.NewEvent;
import org.cairn.journey.Lesson.Completion;
import org.cairn.shared.FieldError;
import org.cairn.shared.Ids;
import org.jspecify.annotations.Nullable;

/** How lessons begin and end. */
@Singleton
class LessonStarts {

  private final JourneyStore journeys;
  private final LessonStore lessons;
  private final AttemptStore attempts;
  private final SchoolingStore schools;
  private final Standings standings;
  private final Catalog catalog;
  private final EventLog log;
  private final Clock clock;

  @Inject
  LessonStarts(
      JourneyStore journeys,
      LessonStore lessons,
      AttemptStore attempts,
      SchoolingStore schools,
      Standings standings,
      Catalog catalog,
      EventLog log,
      Clock clock) {
    this.journeys = journeys;
    this.lessons = lessons;
    this.attempts = attempts;
    this.schools = schools;
    this.standings = standings;
    this.catalog = catalog;
    this.log = log;
    this.clock = clock;
  }

  /** The journey's lesson of this container and subject, begun now if it has not begun. */
  Lesson start(
      ActingLearner learner,
      UUID journeyId,
      @Nullable String container,
      @Nullable String subject,
      @Nullable String skill) {
    Container part = container(container);
    Subject topic = subject(subject);
    Journey journey = Journeys.found(journeys.find(learner.visible(), journeyId));
    Optional<Lesson> present = present(learner, journeyId, part, topic);
    if (present.isPresent()) {
      return present.get();
    }
    Journeys.requireRows(journey.isArchived());
    requireOpen(learner, journey, part);
    Lesson lesson = assigned(learner, journey, part, skill(journey, topic, skill));
    lessons.assign(learner, lesson);
    return present(learner, journeyId, part, topic).orElseThrow();
  }

  private Optional<Lesson> present(
      ActingLearner learner, UUID journey, Container container, Subject subject) {
    return lessons
        .find(learner.visible(), journey, container, subject.label())
        .map(LessonStore.Stored::lesson);
  }

  private void requireOpen(ActingLearner learner, Journey journey, Container container) {
    List<LessonView> begun =
        lessons.of(learner.visible(), List.of(journey.id())).stream()
            .map(LessonStore.Stored::view)
            .toList();
    List<FieldError> missing = ContainerRules.missingBefore(container, begun);
    if (!missing.isEmpty()) {
      throw JourneyProblem.CONTAINER_NOT_OPEN.with(
          "The lesson has not begun.", missing.toArray(FieldError[]::new));
    }
  }

  private SkillView skill(Journey journey, Subject subject, @Nullable String skill) {
    return Optional.ofNullable(skill)
        .flatMap(catalog::skill)
        .filter(found -> found.subject().equals(subject.label()))
        .filter(found -> found.grades().contains(journey.grade()))
        .orElseThrow(LessonStarts::notOffered);
  }

  private Lesson assigned(
      ActingLearner learner, Journey journey, Container container, SkillView skill) {
    List<QuestionRef> chosen =
        QuestionChoiceRules.choose(
            catalog.questionsOf(skill.skillId()),
            lessons.asked(learner, skill.skillId(), journey.schoolYear()),
            learner.id());
    if (chosen.size() < QuestionChoiceRules.QUESTIONS) {
      throw notOffered();
    }
    return new Lesson(
        Ids.next(),
        journey.id(),
        journey.schoolYear(),
        container,
        skill.subject(),
        skill.skillId(),
        journey.career(),
        chosen,
        catalog.questions(chosen).stream().mapToInt(QuestionView::expectedTime).sum(),
        clock.instant(),
        0,
        null);
  }

  /** Completes a lesson that has not been, under the learner's lock. */
  Lesson complete(ActingLearner learner, Lesson lesson, String eventId, Consequences consequences) {
    List<Attempt> given = attempts.ofSession(learner.visible(), lesson.id());
    LessonState state = LessonFold.fold(lesson, given);
    if (!state.unanswered().isEmpty()) {
      throw JourneyProblem.SESSION_NOT_COMPLETE.with(
          "The lesson was not completed.",
          state.unanswered().stream()
              .map(question -> new FieldError("questions/" + question, "an answer"))
              .toArray(FieldError[]::new));
    }
    Instant now = clock.instant();
    Schooling school = schools.of(learner);
    log.append(
        learner,
        List.of(completed(eventId, lesson, state, school, now)),
        state.verified() ? Trust.SERVER : learner.trust(),
        consequences);
    Lesson completed = lesson.completed(new Completion(eventId, now, school.grade()));
    standings.completed(learner, lesson, completed, given, consequences);
    return completed;
  }

  private static NewEvent completed(
      String eventId, Lesson lesson, LessonState state, Schooling school, Instant now) {
    Map<String, @Nullable Object> payload = new HashMap<>();
    payload.put("journeyId", lesson.journeyId().toString());
    payload.put("sessionId", lesson.id().toString());
    payload.put("container", lesson.container().name());
    payload.put("subject", lesson.subject());
    payload.put("skillId", lesson.skillId());
    payload.put("score", state.score());
    payload.put("grade", school.grade());
    payload.put("schoolDay", school.dayOf(now).toString());
    return new NewEvent(
        eventId, "session.completed", 1, "journey", null, null, EventPayload.of(payload), now);
  }

  private static Container container(@Nullable String name) {
    return Arrays.stream(Container.values())
        .filter(container -> container.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                JourneyProblem.JOURNEY_INVALID.with(
                    "The lesson has not begun.",
                    new FieldError("/container", "LEARN, EXPERIENCE or DISCOVER")));
  }

  private static Subject subject(@Nullable String label) {
    return Subject.of(Objects.requireNonNullElse(label, ""))
        .orElseThrow(
            () ->
                JourneyProblem.JOURNEY_INVALID.with(
                    "The lesson has not begun.",
                    new FieldError("/subject", "Math, ELA, Science or Social Studies")));
  }

  private static RuntimeException notOffered() {
    return JourneyProblem.SKILL_NOT_OFFERED.with(
        "The lesson has not begun.",
        new FieldError("/skillId", "a skill of the catalog for this subject and grade"));
  }
}
