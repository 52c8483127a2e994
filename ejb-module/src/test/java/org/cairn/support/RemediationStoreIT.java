package org.cairn.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.access.AccessProblem;
import org.cairn.access.ActingLearner;
import org.cairn.access.Permissions;
import org.cairn.access.Trust;
import org.cairn.caller.Roles;
import org.cairn.caller.Tenants;
import org.cairn.content.ContentAlignment;
import org.cairn.events.Consequences;
import org.cairn.events.EventPayload;
import org.cairn.events.EventsRecorded;
import org.cairn.events.RecordedEvent;
import org.cairn.journey.JourneyAdvanced;
import org.cairn.journey.SkillStanding;
import org.cairn.shared.Page;
import org.cairn.shared.Problem;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.Wired;
import org.cairn.support.Remediation.Filter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RemediationStoreIT {

  private static final Path CONFIG = Path.of(System.getProperty("cairn.config"));
  private static final Instant NOW = TestClass.NOW;
  private static final String MATH = "math-multiply-divide";
  private static final String ELA = "ela-words-and-sentences";

  private final TestClass school = new TestClass();
  private final UUID nina = school.learner("Nina", "Alvarez");

  @BeforeAll
  static void content() {
    TestDatabase.inTenant(
        Tenants.SHARED,
        sql ->
            Wired.of(ContentAlignment.class, sql, Clock.fixed(NOW, ZoneOffset.UTC)).align(CONFIG));
  }

  @Test
  void aCompletedJourneyBringsWhatItLeftUnmasteredAndMasteryTakesItAway() {
    UUID journey = wholeJourney(nina);
    school.trained(nina, MATH, "Math", 40);
    school.trained(nina, ELA, "ELA", 90);
    completed(nina, journey);
    List<RemediationView> queue = queue(nina);
    assertEquals(1, queue.size());
    RemediationView item = queue.get(0);
    assertEquals(MATH, item.skillId());
    assertEquals("04", item.fromGrade());
    assertEquals(5, item.priority());
    assertEquals(LocalDate.parse("2026-04-01"), item.dueOn());
    assertEquals("pending", item.status());
    assertEquals(journey, item.sourceId());

    stands(nina, MATH, true);
    RemediationView done = queue(nina).get(0);
    assertEquals("completed", done.status());
    assertTrue(done.byMastery());
    assertEquals(NOW, done.completedAt());

    stands(nina, MATH, false);
    assertEquals("pending", queue(nina).get(0).status(), "it turns out not to be mastered");
    assertNull(queue(nina).get(0).completedAt());
  }

  @Test
  void theSameJourneyAgainBringsNothingAndAnotherOpensWhatWasCompletedOnly() {
    UUID journey = wholeJourney(nina);
    school.trained(nina, MATH, "Math", 40);
    completed(nina, journey);
    completed(nina, journey);
    RemediationView item = queue(nina).get(0);
    assertEquals(0, item.revision());
    change(nina, item, "skipped", 2, null);
    completed(nina, journey);
    assertEquals("skipped", queue(nina).get(0).status(), "what staff skip stays skipped");
    change(nina, queue(nina).get(0), "completed", 2, null);
    completed(nina, journey);
    assertEquals("pending", queue(nina).get(0).status());
  }

  @Test
  void anEventThatOnlyClaimsTheEndOfAJourneyBringsNothing() {
    UUID journey = school.journey(nina, NOW);
    school.lesson(nina, journey, 0, MATH, 20, NOW);
    school.trained(nina, MATH, "Math", 20);
    completed(nina, journey);
    completed(nina, UUID.randomUUID());
    recorded(nina, Map.of("journeyId", "no id"));
    assertEquals(List.of(), queue(nina));
  }

  @Test
  void aTeacherAddsASkillOnceAndChangesItByItsRevision() {
    Remediation.Addition addition =
        new Remediation.Addition(MATH, null, 2, LocalDate.parse("2026-03-20"), "Before the test");
    RemediationView added =
        school.as(
            Roles.TEACHER,
            school.teacher,
            Remediation.class,
            r -> r.add(nina.toString(), addition));
    assertEquals("04", added.fromGrade());
    assertEquals("Math", added.subject());
    assertEquals("teacher", added.source());
    assertEquals(
        added,
        school.as(
            Roles.DISTRICT_ADMIN, null, Remediation.class, r -> r.add(nina.toString(), addition)));
    RemediationView changed = change(nina, added, "in_progress", 1, null);
    assertEquals(1, changed.revision());
    assertNull(changed.dueOn());
    assertEquals(
        SupportProblem.REMEDIATION_STALE, refused(() -> change(nina, added, "skipped", 1, null)));
    assertEquals(
        SupportProblem.SKILL_UNKNOWN,
        refused(
            () ->
                school.as(
                    Roles.TEACHER,
                    school.teacher,
                    Remediation.class,
                    r ->
                        r.add(
                            nina.toString(),
                            new Remediation.Addition("no-skill", null, null, null, null)))));
  }

  @Test
  void onlyStaffChangeAndStrangersFindNobody() {
    RemediationView item = added(MATH, 3, null);
    TestClass elsewhere = new TestClass();
    for (String role : List.of(Roles.LEARNER, Roles.GUARDIAN, Roles.TEACHER, Roles.SCHOOL_ADMIN)) {
      assertEquals(
          AccessProblem.LEARNER_NOT_FOUND,
          refused(
              () ->
                  school.as(
                      role,
                      school.guardianOf(nina),
                      Remediation.class,
                      r ->
                          r.change(
                              nina.toString(),
                              item.id(),
                              0,
                              new Remediation.Change("completed", 1, null)))));
    }
    assertEquals(
        AccessProblem.LEARNER_NOT_FOUND,
        refused(
            () ->
                elsewhere.as(
                    Roles.DISTRICT_ADMIN,
                    null,
                    Remediation.class,
                    r -> r.page(nina.toString(), new Filter(null, null, null), null, null))));
    assertEquals(
        "completed",
        school
            .as(
                Roles.SCHOOL_ADMIN,
                school.principal,
                Remediation.class,
                r ->
                    r.change(
                        nina.toString(),
                        item.id(),
                        0,
                        new Remediation.Change("completed", 1, null)))
            .status());
  }

  @Test
  void aLearnerBeginsAnOpenItemAndNothingElse() {
    RemediationView item = added(MATH, 3, null);
    RemediationView begun =
        school.as(Roles.LEARNER, nina, OwnRemediation.class, own -> own.start(item.id()));
    assertEquals("in_progress", begun.status());
    assertEquals(
        begun, school.as(Roles.LEARNER, nina, OwnRemediation.class, own -> own.start(item.id())));
    UUID theo = school.learner("Theo", "Sibling");
    assertEquals(
        SupportProblem.REMEDIATION_NOT_FOUND,
        refused(
            () -> school.as(Roles.LEARNER, theo, OwnRemediation.class, o -> o.start(item.id()))));
    change(nina, begun, "skipped", 3, null);
    assertEquals(
        SupportProblem.REMEDIATION_CLOSED,
        refused(
            () -> school.as(Roles.LEARNER, nina, OwnRemediation.class, o -> o.start(item.id()))));
  }

  @Test
  void theQueueIsPagedByPriorityAndDueDayAndFiltered() {
    RemediationView late = added("math-multiply-divide", 2, null);
    RemediationView soon = added(ELA, 2, LocalDate.parse("2026-03-19"));
    RemediationView first = added("science-matter-and-energy", 1, null);
    RemediationView last = added("social-states-and-government", 9, LocalDate.parse("2026-03-01"));
    List<UUID> expected = List.of(first.id(), soon.id(), late.id(), last.id());
    for (int limit = 1; limit <= 5; limit++) {
      List<UUID> listed = new ArrayList<>();
      String cursor = null;
      do {
        String from = cursor;
        int size = limit;
        Page<RemediationView> page =
            school.as(
                Roles.LEARNER,
                nina,
                Remediation.class,
                r -> r.page("me", new Filter(null, null, null), from, size));
        page.items().forEach(item -> listed.add(item.id()));
        cursor = page.next();
      } while (cursor != null);
      assertEquals(expected, listed);
    }
    change(nina, first, "completed", 1, null);
    assertEquals(3, filtered(new Filter("pending", null, null)));
    assertEquals(1, filtered(new Filter(null, "ELA", null)));
    assertEquals(0, filtered(new Filter("skipped", null, MATH)));
  }

  private int filtered(Filter filter) {
    return school
        .as(
            Roles.GUARDIAN,
            school.guardianOf(nina),
            Remediation.class,
            r -> r.page(nina.toString(), filter, null, null))
        .items()
        .size();
  }

  private RemediationView added(String skill, int priority, LocalDate due) {
    return school.as(
        Roles.TEACHER,
        school.teacher,
        Remediation.class,
        r -> r.add(nina.toString(), new Remediation.Addition(skill, null, priority, due, null)));
  }

  private RemediationView change(
      UUID learner, RemediationView item, String status, int priority, LocalDate due) {
    return school.as(
        Roles.TEACHER,
        school.teacher,
        Remediation.class,
        r ->
            r.change(
                learner.toString(),
                item.id(),
                item.revision(),
                new Remediation.Change(status, priority, due)));
  }

  private List<RemediationView> queue(UUID learner) {
    return school
        .as(
            Roles.LEARNER,
            learner,
            Remediation.class,
            r -> r.page("me", new Filter(null, null, null), null, null))
        .items();
  }

  private UUID wholeJourney(UUID learner) {
    UUID journey = school.journey(learner, NOW);
    for (int i = 0; i < 12; i++) {
      school.lesson(learner, journey, i, i % 4 == 0 ? MATH : ELA, 40, NOW);
    }
    return journey;
  }

  private void completed(UUID learner, UUID journey) {
    recorded(learner, Map.of("journeyId", journey.toString()));
  }

  private void recorded(UUID learner, Map<String, String> payload) {
    ActingLearner acting = Permissions.acting(learner);
    RecordedEvent event =
        new RecordedEvent(
            learner,
            1,
            "any",
            "journey.completed",
            1,
            null,
            null,
            null,
            EventPayload.of(new java.util.HashMap<>(payload)),
            NOW,
            NOW,
            NOW,
            Trust.SERVER);
    school.with(
        RemediationQueueing.class,
        reaction -> {
          reaction.on(new EventsRecorded(acting, List.of(event), new Consequences(), null, null));
          return null;
        });
  }

  private void stands(UUID learner, String skill, boolean mastered) {
    school.with(
        RemediationClearing.class,
        reaction -> {
          reaction.on(
              new JourneyAdvanced(
                  Permissions.acting(learner),
                  List.of(),
                  List.of(),
                  List.of(new SkillStanding(skill, "Math", mastered, "04", "e", NOW)),
                  new Consequences()));
          return null;
        });
  }

  private static Problem refused(Runnable work) {
    Problem problem = assertThrows(ProblemException.class, work::run).problem();
    assertNotNull(problem);
    return problem;
  }
}
