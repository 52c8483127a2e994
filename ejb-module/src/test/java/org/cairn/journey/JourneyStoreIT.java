package org.cairn.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.access.Trust;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.caller.SqlText;
import org.cairn.caller.Tenants;
import org.cairn.content.ContentAlignment;
import org.cairn.content.QuestionView;
import org.cairn.content.Subject;
import org.cairn.definitions.AlignmentView;
import org.cairn.events.EventProblem;
import org.cairn.events.EventsRecorded;
import org.cairn.shared.Page;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JourneyStoreIT {

  private static final Path CONFIG = Path.of(System.getProperty("cairn.config"));
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Map<Subject, String> SKILLS =
      Map.of(
          Subject.MATH, "math-multiply-divide",
          Subject.ELA, "ela-words-and-sentences",
          Subject.SCIENCE, "science-matter-and-energy",
          Subject.SOCIAL_STUDIES, "social-states-and-government");
  private static final SqlText KEY =
      SqlText.of(
          """
          select answer_key #>> '{}' as key, spec ->> 'type' as type from content_version
          where (tenant_id = :tenant or tenant_id = 'shared') and item_id = :id
          order by version desc limit 1
          """);
  private static final SqlText ATTEMPTS =
      SqlText.of(
          "select count(*) from question_attempt where tenant_id = :tenant"
              + " and learner_id = :learner");

  private final List<Object> fired = new ArrayList<>();
  private String tenant;
  private UUID learner;

  @BeforeAll
  static void content() {
    align();
  }

  @BeforeEach
  void aLearner() {
    tenant = TestDatabase.newTenant();
    learner = TestPeople.learner(tenant);
  }

  @Test
  void aligningAgainChangesNothingAndSaysSo() {
    AlignmentView again = align();
    assertEquals(List.of(), again.created());
    assertEquals(List.of(), again.changed());
    assertEquals(List.of(), again.refused());
    assertEquals(0, again.retired());
    assertTrue(again.unchanged() > 200);
  }

  @Test
  void aJourneyIsCompleteAfterTwelveLessonsAndItsSummaryTellsThem() {
    UUID journey = start().journeyId();
    Set<String> asked = new HashSet<>();
    for (Container container : Container.values()) {
      for (Subject subject : Subject.values()) {
        LessonView lesson = lesson(journey, container, subject);
        lesson.questions().forEach(q -> assertTrue(asked.add(q.questionId()), q::questionId));
        boolean slip = container == Container.LEARN && subject == Subject.MATH;
        for (int i = 0; i < 5; i++) {
          answer(lesson, lesson.questions().get(i), !(slip && i < 2));
        }
        assertThrows(ProblemException.class, () -> own(Journeys.class, j -> j.complete(journey)));
        complete(lesson);
      }
    }
    JourneyView done = own(Journeys.class, journeys -> journeys.complete(journey));
    assertEquals(12, done.lessonsComplete());
    assertEquals(NOW, done.completedAt());
    assertEquals(done, own(Journeys.class, journeys -> journeys.complete(journey)));
    JourneySummaryView summary =
        own(JourneyRecords.class, records -> records.summary("me", journey));
    assertEquals(new BigDecimal("96.67"), summary.overallScore());
    assertEquals(60, summary.questionsAttempted());
    assertEquals(58, summary.questionsCorrect());
    assertEquals(600, summary.timeSpent());
    assertEquals(4, summary.skillsMastered());
    assertEquals(60 + 12 + 2, own(JourneyRecords.class, r -> r.events("me", journey)).size());
    JourneyRecords.Grade grade = own(JourneyRecords.class, records -> records.grades("me")).get(0);
    assertEquals(1, grade.journeysCompleted());
    assertEquals(4, grade.skillsMastered());
    assertEquals(4, grade.skillsOfGrade());
    assertEquals(4, own(JourneyRecords.class, r -> r.skills("me", null, null)).items().size());
    assertTrue(trustsOf("journey.completed").contains(Trust.SERVER));
    assertEquals(Set.of(Trust.CLIENT), trustsOf("journey.started"));
  }

  @Test
  void containersOpenInTheirOrder() {
    UUID journey = start().journeyId();
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> lesson(journey, Container.EXPERIENCE, Subject.MATH));
    assertEquals(JourneyProblem.CONTAINER_NOT_OPEN, refused.problem());
    assertEquals(4, refused.errors().size());
  }

  @Test
  void theSameAnswerAgainCountsOnceAndOtherContentIsAConflict() {
    LessonView lesson = lesson(start().journeyId(), Container.LEARN, Subject.MATH);
    Lessons.Answer answer = answerOf("e1", lesson.questions().get(0), true, NOW);
    LessonView.Judged first = give(lesson, answer);
    assertTrue(first.verified());
    assertEquals(true, first.correct());
    fired.clear();
    assertEquals(first, give(lesson, answer));
    assertTrue(fired.stream().noneMatch(JourneyAdvanced.class::isInstance));
    ProblemException conflict =
        assertThrows(
            ProblemException.class,
            () -> give(lesson, answerOf("e1", lesson.questions().get(0), false, NOW)));
    assertEquals(EventProblem.EVENT_CONFLICT, conflict.problem());
    assertEquals(1, count());
  }

  @Test
  void aLateAnswerCountsAtItsOwnTime() {
    LessonView lesson = lesson(start().journeyId(), Container.LEARN, Subject.MATH);
    QuestionView question = lesson.questions().get(0);
    give(lesson, answerOf("second", question, true, NOW));
    LessonView.Judged late = give(lesson, answerOf("first", question, false, NOW.minusSeconds(60)));
    assertEquals(1, late.tryNumber());
    List<QuestionStanding> told = advanced().stream().flatMap(a -> a.questions().stream()).toList();
    assertEquals(List.of(1, 2), told.stream().map(QuestionStanding::correctAtTry).toList());
    assertEquals(Set.of(Trust.SERVER), trustsOf("question.answered"));
  }

  @Test
  void aLessonTellsItsStandingWhenItIsCompleted() {
    LessonView lesson = lesson(start().journeyId(), Container.LEARN, Subject.ELA);
    lesson.questions().forEach(question -> answer(lesson, question, true));
    fired.clear();
    Lessons.Completed completed = complete(lesson);
    assertTrue(completed.session().perfect());
    JourneyAdvanced told = advanced().get(0);
    assertTrue(told.lessons().get(0).complete());
    assertTrue(told.skills().get(0).mastered());
    assertEquals("04", told.lessons().get(0).grade());
    assertEquals("session/" + lesson.sessionId() + "/completed", told.skills().get(0).eventId());
    fired.clear();
    complete(lesson);
    assertEquals(List.of(), advanced());
  }

  @Test
  void aLessonWithQuestionsLeftIsNotCompleted() {
    LessonView lesson = lesson(start().journeyId(), Container.LEARN, Subject.ELA);
    answer(lesson, lesson.questions().get(0), true);
    ProblemException refused = assertThrows(ProblemException.class, () -> complete(lesson));
    assertEquals(JourneyProblem.SESSION_NOT_COMPLETE, refused.problem());
    assertEquals(4, refused.errors().size());
  }

  @Test
  void theSameIdIsTheSameJourneyAndAnotherContentAConflict() {
    JourneyView journey = start();
    assertEquals("04", journey.gradeLevel());
    assertEquals(2026, journey.schoolYear());
    Journeys.Start again = new Journeys.Start(journey.journeyId(), null, "chef", "spark", null);
    assertEquals(journey, own(Journeys.class, journeys -> journeys.start(again, null)));
    Journeys.Start other = new Journeys.Start(journey.journeyId(), null, "doctor", "spark", null);
    ProblemException conflict =
        assertThrows(ProblemException.class, () -> own(Journeys.class, j -> j.start(other, null)));
    assertEquals(JourneyProblem.JOURNEY_CONFLICT, conflict.problem());
  }

  @Test
  void theSameLessonAgainIsThePresentOneOnAnyDevice() {
    UUID journey = start().journeyId();
    LessonView lesson = lesson(journey, Container.LEARN, Subject.MATH);
    answer(lesson, lesson.questions().get(0), true);
    LessonView elsewhere =
        own(
            Lessons.class,
            l -> l.start(journey, "LEARN", "Math", SKILLS.get(Subject.MATH), "phone"));
    assertEquals(lesson.sessionId(), elsewhere.sessionId());
    assertEquals(lesson.questions(), elsewhere.questions());
    assertEquals(1, elsewhere.history().size());
    List<JourneyRecords.Device> devices =
        own(JourneyRecords.class, records -> records.devices("me"));
    assertEquals("phone", devices.get(0).deviceId());
    assertEquals(lesson.sessionId(), devices.get(0).sessionId());
  }

  @Test
  void journeysAreListedNewestFirst() {
    List<UUID> begun = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      UUID id = UUID.randomUUID();
      Instant at = NOW.minusSeconds(i * 60L);
      own(Journeys.class, j -> j.start(new Journeys.Start(id, null, "chef", "spark", at), null));
      begun.add(id);
    }
    Page<JourneyView> first = own(JourneyRecords.class, r -> r.page("me", null, 3));
    Page<JourneyView> rest = own(JourneyRecords.class, r -> r.page("me", first.next(), 3));
    List<UUID> listed = new ArrayList<>();
    first.items().forEach(journey -> listed.add(journey.journeyId()));
    rest.items().forEach(journey -> listed.add(journey.journeyId()));
    assertEquals(begun, listed);
    assertNull(rest.next());
  }

  @Test
  void aNeighborsLessonIsItsOwn() {
    LessonView mine = lesson(start().journeyId(), Container.LEARN, Subject.MATH);
    learner = TestPeople.learner(tenant);
    LessonView other = lesson(start().journeyId(), Container.LEARN, Subject.MATH);
    assertFalse(other.isComplete());
    ProblemException stranger =
        assertThrows(ProblemException.class, () -> answer(mine, mine.questions().get(0), true));
    assertEquals(JourneyProblem.SESSION_NOT_FOUND, stranger.problem());
  }

  private JourneyView start() {
    Journeys.Start start = new Journeys.Start(UUID.randomUUID(), null, "chef", "spark", null);
    return own(Journeys.class, journeys -> journeys.start(start, "tablet"));
  }

  private LessonView lesson(UUID journey, Container container, Subject subject) {
    return own(
        Lessons.class,
        l -> l.start(journey, container.name(), subject.label(), SKILLS.get(subject), null));
  }

  private void answer(LessonView lesson, QuestionView question, boolean right) {
    give(lesson, answerOf(UUID.randomUUID().toString(), question, right, NOW));
  }

  private LessonView.Judged give(LessonView lesson, Lessons.Answer answer) {
    return own(Lessons.class, lessons -> lessons.answer(lesson.sessionId(), answer, null));
  }

  private Lessons.Completed complete(LessonView lesson) {
    return own(Lessons.class, lessons -> lessons.complete(lesson.sessionId(), null));
  }

  private Lessons.Answer answerOf(
      String event, QuestionView question, boolean right, Instant occurredAt) {
    List<String> answer = right ? List.of(key(question.questionId())) : List.of("wrong");
    return new Lessons.Answer(
        event, question.questionId(), "practice", answer, null, 10, 0, occurredAt);
  }

  /** The key of a question as a right answer. */
  private String key(String question) {
    return TestDatabase.inTenant(
        tenant,
        sql ->
            sql.with(KEY)
                .set("id", question)
                .first(
                    row -> {
                      String key = row.getString("key");
                      return switch (row.getString("type")) {
                        case "numeric" -> key.replaceAll(".*\"value\": (-?[\\d.]+).*", "$1");
                        case "true-false" -> key;
                        default -> key.replaceAll("^\\[\"([^\"]*)\".*$", "$1");
                      };
                    })
                .orElseThrow());
  }

  private long count() {
    return TestDatabase.inTenant(
        tenant,
        sql ->
            sql.with(ATTEMPTS).set("learner", learner).first(row -> row.getLong(1)).orElseThrow());
  }

  private List<JourneyAdvanced> advanced() {
    return fired.stream()
        .filter(JourneyAdvanced.class::isInstance)
        .map(JourneyAdvanced.class::cast)
        .toList();
  }

  private Set<Trust> trustsOf(String name) {
    Set<Trust> trusts = new HashSet<>();
    for (Object event : fired) {
      if (event instanceof EventsRecorded recorded) {
        recorded.events().stream()
            .filter(e -> e.name().equals(name))
            .forEach(e -> trusts.add(e.trust()));
      }
    }
    return trusts;
  }

  private <B, T> T own(Class<B> boundary, Function<B, T> work) {
    Caller self = new Caller(tenant, "self", Set.of(Roles.LEARNER), learner.toString(), null);
    return TestDatabase.as(self, sql -> work.apply(Wired.of(boundary, sql, CLOCK, collect())));
  }

  private static AlignmentView align() {
    return TestDatabase.inTenant(
        Tenants.SHARED, sql -> Wired.of(ContentAlignment.class, sql, CLOCK).align(CONFIG));
  }

  private Event<?> collect() {
    return (Event<?>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("fire")) {
                fired.add(arguments[0]);
              }
              return method.getName().equals("hashCode") ? Integer.valueOf(1) : null;
            });
  }
}
