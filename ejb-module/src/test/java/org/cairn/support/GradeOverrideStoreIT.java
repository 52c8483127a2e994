package org.cairn.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.cairn.access.AccessProblem;
import org.cairn.caller.Roles;
import org.cairn.caller.SqlText;
import org.cairn.caller.Tenants;
import org.cairn.content.ContentAlignment;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.Ids;
import org.cairn.shared.Problem;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.Wired;
import org.cairn.support.GradeOverrides.Decision;
import org.cairn.support.GradeOverrides.Request;
import org.cairn.support.Remediation.Filter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GradeOverrideStoreIT {

  private static final Path CONFIG = Path.of(System.getProperty("cairn.config"));
  private static final SqlText AUDITED =
      SqlText.of(
          """
          select detail::text from audit_entry
          where tenant_id = :tenant and action = :action and learner_id = :learner
          """);

  private final TestClass school = new TestClass();
  private final UUID nina = school.learner("Nina", "Alvarez");
  private final UUID rosa = school.guardianOf(nina);

  @BeforeAll
  static void content() {
    Clock clock = Clock.fixed(TestClass.NOW, ZoneOffset.UTC);
    TestDatabase.inTenant(
        Tenants.SHARED, sql -> Wired.of(ContentAlignment.class, sql, clock).align(CONFIG));
  }

  @Test
  void anOverrideMovesTheChildOnAndQueuesWhatIsNotMastered() {
    school.trained(nina, "math-multiply-divide", "Math", 90);
    school.trained(nina, "ela-words-and-sentences", "ELA", 20);
    Request request = new Request(Ids.next(), "05", "Done at the last school");
    GradeOverrideView made = request(rosa, request);
    assertEquals("effective", made.status());
    assertEquals("04", made.fromGrade());
    assertEquals(2026, made.schoolYear());
    assertEquals(1, made.skillsMastered());
    assertEquals(made.skillsOfGrade() - 1, made.incompleteSkills().size());
    assertEquals(made, request(rosa, request), "the same again is the same");
    List<RemediationView> queue = queue();
    assertEquals(
        Set.copyOf(made.incompleteSkills()),
        queue.stream().map(RemediationView::skillId).collect(Collectors.toSet()));
    assertTrue(queue.stream().allMatch(item -> item.source().equals("override")));
    assertEquals("ela-words-and-sentences", queue.get(0).skillId(), "the worst first");
    GradeProgression.Progression now = progression();
    assertEquals("05", now.grade());
    assertEquals("04", now.rosterGrade(), "the roster stays as it is");
    assertEquals(made.id(), now.reached().get(0).overrideId());
    List<String> audited = audited("OVERRIDE_MADE");
    assertEquals(1, audited.size());
    for (String part : List.of("\"04\"", "\"05\"", "25.00", "ela-words", "Done at the last")) {
      assertTrue(audited.get(0).contains(part), audited::toString);
    }
  }

  @Test
  void theSameIdWithOtherContentIsAConflictForTheOtherGuardianToo() {
    UUID id = Ids.next();
    request(rosa, new Request(id, "05", "A reason"));
    assertEquals(
        SupportProblem.OVERRIDE_CONFLICT,
        refused(() -> request(rosa, new Request(id, "05", "Another reason"))));
    UUID other = school.guardianOf(nina);
    assertEquals(
        SupportProblem.OVERRIDE_CONFLICT,
        refused(() -> request(other, new Request(id, "05", "A reason"))));
    assertEquals(
        SupportProblem.GRADE_REACHED,
        refused(() -> request(other, new Request(Ids.next(), "05", "A reason"))));
  }

  @Test
  void whereTheSchoolApprovesNothingHappensBefore() {
    approvalIsRequired();
    GradeOverrideView waiting = request(rosa, new Request(Ids.next(), "05", "A reason"));
    assertEquals("requested", waiting.status());
    assertEquals("04", progression().grade());
    assertEquals(List.of(), queue());
    assertEquals(1, audited("OVERRIDE_REQUESTED").size());
    assertEquals(
        SupportProblem.OVERRIDE_WAITING,
        refused(() -> request(school.guardianOf(nina), new Request(Ids.next(), "06", "B"))));
    assertEquals(1, waitingFor(Roles.SCHOOL_ADMIN, school.principal));
    assertEquals(0, waitingFor(Roles.SCHOOL_ADMIN, school.teacher));

    GradeOverrideView approved = decide(school.principal, waiting.id(), "approve");
    assertEquals("effective", approved.status());
    assertEquals("05", progression().grade());
    assertFalse(queue().isEmpty());
    assertEquals(
        SupportProblem.OVERRIDE_DECIDED,
        refused(() -> decide(school.principal, waiting.id(), "approve")));
    assertEquals(1, audited("OVERRIDE_MADE").size());
  }

  @Test
  void whatIsRefusedChangesNothingAndAnotherMayBeAskedFor() {
    approvalIsRequired();
    GradeOverrideView waiting = request(rosa, new Request(Ids.next(), "05", "A reason"));
    GradeOverrideView refused = decide(school.principal, waiting.id(), "refuse");
    assertEquals("refused", refused.status());
    assertEquals("Our word", refused.decisionReason());
    assertEquals("04", progression().grade());
    assertEquals(List.of(), queue());
    assertEquals("requested", request(rosa, new Request(Ids.next(), "05", "Again")).status());
  }

  @Test
  void onlyGuardiansAskAndOnlySchoolsDecide() {
    approvalIsRequired();
    Request request = new Request(Ids.next(), "05", "A reason");
    assertEquals(
        CommonProblem.ROLE_MISSING,
        refused(
            () ->
                school.as(
                    Roles.TEACHER,
                    school.teacher,
                    GradeOverrides.class,
                    o -> o.request(nina.toString(), request))));
    UUID stranger = school.guardianOf(school.learner("Theo", "Sibling"));
    assertEquals(AccessProblem.LEARNER_NOT_FOUND, refused(() -> request(stranger, request)));
    UUID id = request(rosa, request).id();
    assertEquals(
        AccessProblem.LEARNER_NOT_FOUND, refused(() -> decide(school.teacher, id, "approve")));
    assertEquals(
        CommonProblem.ROLE_MISSING,
        refused(
            () ->
                school.as(
                    Roles.GUARDIAN,
                    rosa,
                    GradeOverrides.class,
                    o -> o.decide(nina.toString(), id, new Decision("approve", "Mine")))));
  }

  @Test
  void twoGuardiansAtOnceMakeOneOverride() throws Exception {
    UUID other = school.guardianOf(nina);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    List<Future<String>> ends = new ArrayList<>();
    for (UUID guardian : List.of(rosa, other)) {
      Callable<String> work =
          () -> {
            try {
              return request(guardian, new Request(Ids.next(), "05", "A reason")).status();
            } catch (ProblemException e) {
              return e.problem().name();
            }
          };
      ends.add(pool.submit(work));
    }
    Set<String> told = Set.of(ends.get(0).get(), ends.get(1).get());
    pool.shutdown();
    assertEquals(Set.of("effective", "GRADE_REACHED"), told);
    assertEquals(1, progression().reached().size());
  }

  private GradeOverrideView request(UUID guardian, Request request) {
    return school.as(
        Roles.GUARDIAN, guardian, GradeOverrides.class, o -> o.request(nina.toString(), request));
  }

  private GradeOverrideView decide(UUID person, UUID id, String decision) {
    return school.as(
        Roles.SCHOOL_ADMIN,
        person,
        GradeOverrides.class,
        o -> o.decide(nina.toString(), id, new Decision(decision, "Our word")));
  }

  private int waitingFor(String role, UUID person) {
    return school
        .as(role, person, GradeOverrides.class, o -> o.all("requested", null, null))
        .items()
        .size();
  }

  private void approvalIsRequired() {
    school.as(
        Roles.DISTRICT_ADMIN,
        null,
        SupportSettings.class,
        s -> s.change(0, new SupportSettings.Change(true, null, null)));
  }

  private GradeProgression.Progression progression() {
    return school.as(Roles.LEARNER, nina, GradeProgression.class, p -> p.of("me"));
  }

  private List<RemediationView> queue() {
    return school
        .as(
            Roles.GUARDIAN,
            rosa,
            Remediation.class,
            r -> r.page(nina.toString(), new Filter(null, null, null), null, null))
        .items();
  }

  private List<String> audited(String action) {
    return TestDatabase.inTenant(
        school.tenant,
        sql ->
            sql.with(AUDITED)
                .set("action", action)
                .set("learner", nina)
                .list(row -> row.getString(1)));
  }

  private static Problem refused(Runnable work) {
    return assertThrows(ProblemException.class, work::run).problem();
  }
}
