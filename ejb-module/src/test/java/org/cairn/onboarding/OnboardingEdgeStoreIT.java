package org.cairn.onboarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.caller.Tenants;
import org.cairn.events.EventLog;
import org.cairn.events.TestLog;
import org.cairn.onboarding.Coach.CoachView;
import org.cairn.onboarding.Coach.CoachView.Silence;
import org.cairn.onboarding.OnboardingEvents.Draft;
import org.cairn.onboarding.OnboardingEvents.MatchedStep;
import org.cairn.onboarding.OnboardingEvents.Recorded;
import org.cairn.onboarding.TrackAssignments.AssignmentDraft;
import org.cairn.onboarding.TrackAssignments.AssignmentView;
import org.cairn.shared.Ids;
import org.cairn.shared.NobodyListens;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Assignments, the coach and the contract, as real callers of a district use them. */
class OnboardingEdgeStoreIT {

  private static final Path CONFIG = Path.of(System.getProperty("cairn.config"));
  private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-03-06T22:00:00Z");

  private static final SqlText SCHOOL =
      SqlText.of(
          """
          with school as (
            insert into org (tenant_id, id, sourced_id, status, name, type)
            values (:tenant, :school, 'school', 'active', 'School', 'school') returning id
          ), course as (
            insert into course (tenant_id, id, sourced_id, status, title, grades, subjects, org_id)
            values (:tenant, :course, 'course', 'active', 'Course', '{}', '{}', :school) returning id
          )
          insert into class (tenant_id, id, sourced_id, status, title, class_type, grades, subjects,
            course_id, school_id)
          values (:tenant, :class, 'class', 'active', 'Class', 'scheduled', '{}', '{}', :course,
            :school)
          """);

  private static final SqlText ENROLL =
      SqlText.of(
          """
          insert into enrollment (tenant_id, id, sourced_id, status, class_id, user_id, role,
            is_primary)
          values (:tenant, :id, :id::text, 'active', :class, :person, :role, false)
          """);

  private static final SqlText LEAVE =
      SqlText.of(
          """
          update enrollment set status = 'inactive'
          where tenant_id = :tenant and user_id = :person
          """);

  private static final SqlText COUNT =
      SqlText.of("select count(*) from onboarding_assignment where tenant_id = :tenant");

  private static final SqlText EVENTS =
      SqlText.of("select count(*) from learning_event where tenant_id = :tenant");

  private Instant now = NOW;
  private String tenant;
  private UUID learner;
  private UUID sibling;
  private UUID teacher;
  private UUID classId;

  @BeforeAll
  static void tracks() {
    TestDatabase.inTenant(
        Tenants.SHARED,
        sql -> Wired.of(TrackAlignment.class, sql, Clock.fixed(NOW, ZoneOffset.UTC)).align(CONFIG));
  }

  @BeforeEach
  void aClass() {
    tenant = TestDatabase.newTenant();
    learner = TestPeople.learner(tenant);
    sibling = TestPeople.learner(tenant);
    teacher = TestPeople.learner(tenant);
    classId = Ids.next();
    TestDatabase.inTenant(
        tenant,
        sql ->
            sql.with(SCHOOL)
                .set("school", Ids.next())
                .set("course", Ids.next())
                .set("class", classId)
                .update());
    enroll(teacher, "teacher");
    enroll(learner, "student");
  }

  @Test
  void aClassesAssignmentReachesWhoAttendsItAsLongAsItIsSo() {
    AssignmentView made = assign(null, FRIDAY);
    assertEquals(made, assign(null, FRIDAY));
    assertEquals(List.of(made), teach(each -> each.ofClass(classId, null, null, null).items()));
    assertEquals(FRIDAY, track(learner, "card-drill").dueAt());
    assertTrue(track(learner, "card-drill").isRequired());
    assertNull(track(sibling, "card-drill").dueAt());
    AssignmentView moved = assign(null, FRIDAY.plusSeconds(60));
    assertEquals(made.id(), moved.id());
    TestDatabase.inTenant(tenant, sql -> sql.with(LEAVE).set("person", learner).update());
    assertNull(track(learner, "card-drill").dueAt());
  }

  @Test
  void onlyOneWhoAttendsCanBeNamedAndOnlyTheTeacherNames() {
    assertEquals("LEARNER_NOT_FOUND", refused(() -> assign(sibling, FRIDAY)));
    assertEquals(learner, assign(learner, FRIDAY).learnerId());
    assertEquals(
        "CLASS_NOT_FOUND",
        refused(() -> call(Roles.TEACHER, sibling, TrackAssignments.class, this::assignToClass)));
    assertEquals(
        "CLASS_NOT_FOUND",
        refused(
            () ->
                call(Roles.DISTRICT_ADMIN, teacher, TrackAssignments.class, this::assignToClass)));
    assertEquals("ROLE_MISSING", refused(() -> teach(each -> each.ofDistrict(null, null, null))));
  }

  @Test
  void whatIsTheDistrictsIsTakenBackByTheDistrict() {
    AssignmentDraft draft = new AssignmentDraft("card-drill", FRIDAY, classId, null, null);
    AssignmentView made = administer(each -> each.assign(draft));
    assertTrue(made.byDistrict());
    assertEquals(
        "ASSIGNMENT_NOT_FOUND",
        refused(
            () ->
                teach(
                    each -> {
                      each.revoke(classId, made.id());
                      return true;
                    })));
    administer(
        each -> {
          each.revoke(made.id());
          return true;
        });
    assertEquals(List.of(), administer(each -> each.ofDistrict(null, null, null).items()));
  }

  @Test
  void aGradesAssignmentIsForItsLearners() {
    administer(each -> each.assign(new AssignmentDraft("card-drill", FRIDAY, null, "04", null)));
    assertEquals(FRIDAY, track(sibling, "card-drill").dueAt());
    administer(each -> each.assign(new AssignmentDraft("fact-drill", FRIDAY, null, "05", null)));
    assertNull(track(sibling, "fact-drill").dueAt());
  }

  @Test
  void rowLevelSecurityKeepsOthersAssignmentsFromALearner() {
    assign(learner, FRIDAY);
    assign(null, FRIDAY);
    assertEquals(2, counted(learner));
    assertEquals(1, counted(sibling));
  }

  @Test
  void theCoachKeepsToItsMeasureAndRemembersIt() {
    assign(null, FRIDAY);
    CoachView first = coach();
    assertEquals("card-drill", Objects.requireNonNull(first.tip()).trackKey());
    assertEquals(FRIDAY, first.tip().dueAt());
    now = NOW.plusSeconds(600);
    assertEquals(first, coach());
    record(card("c-1", null));
    CoachView silent = coach();
    assertEquals(Silence.COOLING_DOWN, silent.silence());
    assertEquals(NOW.plusSeconds(1800), silent.until());
    for (int tip = 2; tip <= 5; tip++) {
      now = now.plusSeconds(1800);
      assertNotNull(coach().tip());
    }
    now = now.plusSeconds(1800);
    assertEquals(Silence.ENOUGH_TODAY, coach().silence());
    assertEquals(Instant.parse("2026-03-03T00:00:00Z"), coach().until());
  }

  @Test
  void theContractTellsWhatMatchedAndTheSameAgain() {
    Recorded first = record(card("c-1", "card-drill"));
    assertTrue(first.matched().contains(new MatchedStep("card-drill", "first-card", true)));
    assertTrue(first.matched().contains(new MatchedStep("card-drill", "five-cards", false)));
    assertEquals(
        first.matched().stream().map(MatchedStep::stepKey).toList(),
        record(card("c-1", "card-drill")).matched().stream().map(MatchedStep::stepKey).toList());
    assertEquals(1, events());
  }

  @Test
  void whatTheNamedTrackDoesNotAskForIsNotStored() {
    assertEquals("STEP_NOT_FOUND", refused(() -> record(card("c-1", "first-steps"))));
    assertEquals("TRACK_NOT_FOUND", refused(() -> record(card("c-1", "no-such"))));
    assertEquals(0, events());
    Draft nothing = draft("x", null, "deal.created", Map.of());
    assertEquals(new Recorded(true, 0, List.of()), record(nothing));
    assertEquals(1, events());
  }

  private AssignmentView assignToClass(TrackAssignments assignments) {
    return assignments.assign(classId, new AssignmentDraft("card-drill", FRIDAY, null, null, null));
  }

  private AssignmentView assign(@Nullable UUID whom, Instant dueAt) {
    return teach(
        each -> each.assign(classId, new AssignmentDraft("card-drill", dueAt, null, null, whom)));
  }

  private <T> T teach(Function<TrackAssignments, T> work) {
    return call(Roles.TEACHER, teacher, TrackAssignments.class, work);
  }

  private <T> T administer(Function<TrackAssignments, T> work) {
    return call(Roles.DISTRICT_ADMIN, teacher, TrackAssignments.class, work);
  }

  private TrackView track(UUID whose, String key) {
    return call(
        Roles.LEARNER,
        whose,
        OnboardingTracks.class,
        tracks ->
            tracks.of("me", null, true).stream()
                .filter(track -> track.key().equals(key))
                .findFirst()
                .orElseThrow());
  }

  private CoachView coach() {
    return call(Roles.LEARNER, learner, Coach.class, Coach::tip);
  }

  private Recorded record(Draft draft) {
    return TestDatabase.as(
        caller(Roles.SYSTEM, Ids.next()),
        sql -> {
          Clock clock = Clock.fixed(now, ZoneOffset.UTC);
          EventLog quiet = TestLog.of(sql, clock, any -> {});
          StepAdvancement advancement =
              new StepAdvancement(
                  new TrackCatalog(new TrackStore(sql), clock),
                  new ProgressStore(sql),
                  quiet,
                  NobodyListens.event());
          EventLog log = TestLog.of(sql, clock, advancement::on);
          return Wired.of(OnboardingEvents.class, sql, clock, log).record(draft);
        });
  }

  private Draft card(String eventId, @Nullable String track) {
    return draft(eventId, track, "drill.card.answered", Map.of("correct", true));
  }

  private Draft draft(
      String eventId, @Nullable String track, String name, Map<String, @Nullable Object> payload) {
    return new Draft(learner.toString(), track, name, null, payload, now, eventId, null, List.of());
  }

  private long counted(UUID whom) {
    return call(
        Roles.LEARNER,
        whom,
        (sql, clock) -> {
          Wired.of(OnboardingTracks.class, sql, clock).of("me", null, false);
          return sql.with(COUNT).first(row -> row.getLong(1)).orElseThrow();
        });
  }

  private long events() {
    return TestDatabase.inTenant(
        tenant, sql -> sql.with(EVENTS).first(row -> row.getLong(1)).orElseThrow());
  }

  private <B, T> T call(String role, UUID person, Class<B> boundary, Function<B, T> work) {
    return call(role, person, (sql, clock) -> work.apply(Wired.of(boundary, sql, clock)));
  }

  private interface Work<T> {
    T with(TenantSql sql, Clock clock);
  }

  private <T> T call(String role, UUID person, Work<T> work) {
    return TestDatabase.as(
        caller(role, person), sql -> work.with(sql, Clock.fixed(now, ZoneOffset.UTC)));
  }

  private Caller caller(String role, UUID person) {
    return new Caller(tenant, "subject", Set.of(role), person.toString(), null);
  }

  private static String refused(Runnable work) {
    return assertThrows(ProblemException.class, work::run).problem().name();
  }

  private void enroll(UUID person, String role) {
    TestDatabase.inTenant(
        tenant,
        sql ->
            sql.with(ENROLL)
                .set("id", Ids.next())
                .set("class", classId)
                .set("person", person)
                .set("role", role)
                .update());
  }
}
