package org.cairn.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cairn.access.AccessProblem;
import org.cairn.access.Permissions;
import org.cairn.access.Trust;
import org.cairn.caller.Roles;
import org.cairn.events.Consequences;
import org.cairn.events.EventsRecorded;
import org.cairn.events.RecordedEvent;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.Ids;
import org.cairn.shared.Page;
import org.cairn.shared.ProblemException;
import org.cairn.support.NeedView.Rule;
import org.cairn.support.TestClass.Answer;
import org.junit.jupiter.api.Test;

class ClassOverviewStoreIT {

  private static final Instant NOW = TestClass.NOW;

  private final TestClass school = new TestClass();

  @Test
  void aLearnerIsShownWithItsLatestJourney() {
    UUID nina = school.learner("Nina", "Alvarez");
    school.lesson(nina, school.journey(nina, NOW.minusSeconds(9_000)), 0, "s", 10, NOW);
    UUID journey = school.journey(nina, NOW.minusSeconds(60));
    for (int i = 0; i < 4; i++) {
      school.lesson(nina, journey, i, "s", i == 0 ? 60 : 100, NOW);
    }
    school.lesson(nina, journey, 4, "s", 80, NOW);
    see(nina, NOW, Trust.CLIENT);
    ClassLearnerView view = learners(null, null, null).get(0);
    assertEquals("Nina Alvarez", view.displayName());
    assertEquals("04", view.grade());
    assertEquals(journey, view.journey().journeyId());
    assertEquals(5, view.journey().lessonsComplete());
    assertEquals(1, view.journey().containersComplete());
    assertEquals(new BigDecimal("85.00"), view.journey().overallScore(), "(90 + 80) / 2");
    assertEquals(TestClass.TODAY, view.lastActiveOn());
    assertNull(view.lastSyncAt());
    assertEquals(List.of(), view.needs());
  }

  @Test
  void learnersAreSortedFilteredAndPaged() {
    UUID abel = school.learner("abel", "Young");
    UUID zoe = school.learner("Zoe", "Adams");
    UUID amy = school.learner("Amy", "adams");
    see(abel, NOW, Trust.CLIENT);
    see(zoe, NOW, Trust.CLIENT);
    assertEquals(List.of(amy, zoe, abel), ids(learners(null, null, "name")));
    assertEquals(List.of(amy, zoe, abel), ids(learners(null, null, "needs-help")));
    see(amy, NOW, Trust.CLIENT);
    wrong(abel, 4);
    assertEquals(List.of(abel, amy, zoe), ids(learners(null, null, "needs-help")));
    assertEquals(List.of(abel), ids(learners(null, "ANY", null)));
    assertEquals(List.of(abel), ids(learners(null, "WRONG_IN_A_ROW", null)));
    assertEquals(List.of(), ids(learners("05", null, null)));
    for (String sort : List.of("name", "needs-help")) {
      List<UUID> listed = new ArrayList<>();
      String cursor = null;
      do {
        String from = cursor;
        Page<ClassLearnerView> page =
            school.asTeacher(c -> c.learners(school.classId, null, null, sort, from, 1));
        listed.addAll(ids(page.items()));
        cursor = page.next();
      } while (cursor != null);
      assertEquals(ids(learners(null, null, sort)), listed);
    }
  }

  @Test
  void aRowIsGoneWhenItIsSolvedAlsoByALateAnswer() {
    UUID nina = school.learner("Nina", "Alvarez");
    see(nina, NOW, Trust.CLIENT);
    UUID journey = school.journey(nina, NOW);
    UUID lesson = school.lesson(nina, journey, 0, "s", 0, NOW);
    for (int i = 0; i < 5; i++) {
      school.answer(nina, journey, lesson, "w" + i, "s", new Answer(true, false, at(i)));
    }
    NeedView need = needs().get(0);
    assertEquals(Rule.WRONG_IN_A_ROW, need.rule());
    assertEquals(5, need.attempts().size());
    assertEquals("w0", need.attempts().get(0).eventId());
    school.answer(nina, journey, lesson, "late", "s", new Answer(true, true, at(2)));
    assertEquals(List.of(), needs(), "three in a row after the right one, which came late");
  }

  @Test
  void activityClearsARowAndALateEventDoesNotMakeOne() {
    UUID nina = school.learner("Nina", "Alvarez");
    NeedView need = needs().get(0);
    assertEquals(Rule.NO_ACTIVITY, need.rule());
    assertNull(need.lastActiveOn());
    assertEquals(10, need.missedDays().size());
    see(nina, NOW, Trust.CLIENT);
    assertEquals(List.of(), needs());
    see(nina, NOW.minusSeconds(86_400L * 20), Trust.CLIENT);
    assertEquals(List.of(), needs());
    school.nowIs("2026-03-23T15:00:00Z");
    assertEquals(List.of(), needs(), "Thursday and Friday are missed, and no more");
    school.nowIs("2026-03-24T15:00:00Z");
    assertEquals(3, needs().get(0).schoolDaysMissed());
  }

  @Test
  void theDistrictSaysAfterHowManyDaysAndPoints() {
    UUID nina = school.learner("Nina", "Alvarez");
    see(nina, NOW, Trust.CLIENT);
    UUID journey = school.journey(nina, NOW);
    for (int i = 0; i < 6; i++) {
      school.lesson(nina, journey, i, "s", i < 3 ? 80 : 60, at(i));
    }
    assertEquals(new BigDecimal("60.00"), needs().get(0).meanNow());
    school.nowIs("2026-03-24T15:00:00Z");
    assertEquals(2, needs().size());
    school.as(
        Roles.DISTRICT_ADMIN,
        null,
        SupportSettings.class,
        s -> s.change(0, new SupportSettings.Change(null, 4, 21)));
    assertEquals(List.of(), needs());
  }

  @Test
  void whoDoesNotTeachOrRunTheClassFindsNone() {
    UUID nina = school.learner("Nina", "Alvarez");
    UUID rosa = school.guardianOf(nina);
    assertEquals(1, seen(Roles.TEACHER, school.teacher));
    assertEquals(1, seen(Roles.SCHOOL_ADMIN, school.principal));
    assertEquals(1, seen(Roles.DISTRICT_ADMIN, null));
    Set<String> refusals = new TreeSet<>();
    for (Object[] stranger :
        new Object[][] {
          {Roles.LEARNER, nina},
          {Roles.GUARDIAN, rosa},
          {Roles.TEACHER, school.principal},
          {Roles.SCHOOL_ADMIN, school.teacher},
          {Roles.TEACHER, new TestClass().teacher}
        }) {
      refusals.add(refused((String) stranger[0], (UUID) stranger[1], school.classId));
      refusals.add(refused((String) stranger[0], (UUID) stranger[1], Ids.next()));
    }
    refusals.add(refused(Roles.DISTRICT_ADMIN, null, new TestClass().classId));
    assertEquals(1, refusals.size(), refusals::toString);
  }

  @Test
  void badParametersAreNamed() {
    for (String[] bad :
        new String[][] {{"need", "x"}, {"sort", "x"}, {"cursor", "bm8"}, {"limit", "0"}}) {
      ProblemException refused =
          assertThrows(
              ProblemException.class,
              () ->
                  school.asTeacher(
                      c ->
                          c.learners(
                              school.classId,
                              null,
                              bad[0].equals("need") ? bad[1] : null,
                              bad[0].equals("sort") ? bad[1] : null,
                              bad[0].equals("cursor") ? bad[1] : null,
                              bad[0].equals("limit") ? 0 : null)));
      assertEquals(CommonProblem.INVALID_REQUEST, refused.problem());
      assertEquals(bad[0], refused.errors().get(0).field());
    }
  }

  private String refused(String role, UUID person, UUID classId) {
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                school.as(
                    role, person, ClassOverviews.class, c -> c.needs(classId, null, null, null)));
    assertEquals(AccessProblem.CLASS_NOT_FOUND, refused.problem());
    return refused.getMessage();
  }

  private int seen(String role, UUID person) {
    return school
        .as(
            role,
            person,
            ClassOverviews.class,
            c -> c.learners(school.classId, null, null, null, null, null))
        .items()
        .size();
  }

  private void wrong(UUID learner, int times) {
    UUID journey = school.journey(learner, NOW);
    UUID lesson = school.lesson(learner, journey, 0, "s", 0, NOW);
    for (int i = 0; i < times; i++) {
      school.answer(learner, journey, lesson, "w" + i, "s", new Answer(true, false, at(i)));
    }
  }

  private static Instant at(int minute) {
    return NOW.minusSeconds(6_000L - minute * 60L);
  }

  private void see(UUID learner, Instant at, Trust trust) {
    RecordedEvent event =
        new RecordedEvent(
            learner, 1, "e", "page.read", 1, null, null, null, null, at, at, at, trust);
    school.with(
        PresenceKeeping.class,
        reaction -> {
          reaction.on(
              new EventsRecorded(
                  Permissions.acting(learner), List.of(event), new Consequences(), null, null));
          return null;
        });
  }

  private List<NeedView> needs() {
    return school.asTeacher(c -> c.needs(school.classId, null, null, null)).items();
  }

  private List<ClassLearnerView> learners(String grade, String need, String sort) {
    List<ClassLearnerView> found =
        school.asTeacher(c -> c.learners(school.classId, grade, need, sort, null, null)).items();
    assertTrue(found.size() <= 3);
    return found;
  }

  private static List<UUID> ids(List<ClassLearnerView> learners) {
    return learners.stream().map(ClassLearnerView::learnerId).toList();
  }
}
