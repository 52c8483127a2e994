package org.cairn.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.caller.Tenants;
import org.cairn.jobs.JobRunView.Cause;
import org.cairn.jobs.JobRunView.State;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The frame on a real database: who runs what, once, and what becomes of the dead. */
class JobRunStoreIT {

  private static final String JOB = "nightly";
  private static final JobCatalog CATALOG =
      new JobCatalog(
          List.of(
              JobDefinition.of(JOB, "A test.")
                  .planned(Schedule.daily(LocalTime.of(2, 30)))
                  .promisedBy(LocalTime.of(5, 0))
                  .attempts(2),
              JobDefinition.of("asked", "A test."),
              JobDefinition.of("whole", "A test.").forTheInstallation()));
  private static final Instant EVENING = Instant.parse("2026-03-01T20:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-03-02T02:30:04Z");
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  private String tenant;

  @BeforeEach
  void aDistrictThatKnowsTheJob() {
    tenant = TestDatabase.newTenant();
    work(EVENING, w -> w.claimDue("a"));
  }

  @Test
  void aNewJobIsNotDueForTheTimeBeforeItWasKnown() {
    assertEquals(List.of(), work(EVENING, w -> w.claimDue("a")));
    assertNull(view(EVENING).last());
  }

  @Test
  void aDueTimeIsRunOnceHoweverOftenTheClockTicks() {
    assertEquals(1, work(NIGHT, w -> w.claimDue("a")).size());
    assertEquals(0, work(NIGHT, w -> w.claimDue("a")).size());
    JobRunView run = view(NIGHT).last();
    assertEquals(Cause.SCHEDULE, run.cause());
    assertEquals(Instant.parse("2026-03-02T02:30:00Z"), run.plannedFor());
    assertEquals(Instant.parse("2026-03-02T05:00:00Z"), run.promisedFor());
  }

  @Test
  void ofTwoServersOneWins() throws Exception {
    ExecutorService servers = Executors.newFixedThreadPool(2);
    try {
      for (int day = 2; day < 12; day++) {
        Instant now = NIGHT.plus(Duration.ofDays(day));
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<List<JobStart>>> claims = new ArrayList<>();
        for (String node : List.of("a", "b")) {
          claims.add(
              servers.submit(
                  () -> {
                    together.await();
                    return work(now, w -> w.claimDue(node));
                  }));
        }
        List<JobStart> starts = new ArrayList<>(claims.get(0).get());
        starts.addAll(claims.get(1).get());
        assertEquals(1, starts.size());
        begun(starts.get(0).ticket(), now);
        assertEquals(true, work(now, w -> w.end(starts.get(0).ticket(), State.COMPLETED, null)));
      }
    } finally {
      servers.shutdownNow();
    }
  }

  @Test
  void whatWasMissedIsCaughtUpOnce() {
    List<JobStart> starts = work(NOON, w -> w.claimDue("a"));
    assertEquals(1, starts.size());
    JobRunView run = view(NOON).last();
    assertEquals(Cause.CATCH_UP, run.cause());
    assertEquals(Instant.parse("2026-03-04T02:30:00Z"), run.plannedFor());
    assertEquals(Promise.MISSED, run.promise());
    assertEquals(1, work(NOON, JobWork::missPromises).size());
    assertEquals(0, work(NOON, JobWork::missPromises).size());
    assertEquals(1, view(NOON).missedPromises());
  }

  @Test
  void aTimeThatFindsTheLastRunOpenWaitsForItsEnd() {
    JobTicket first = claimed(NIGHT);
    Instant tomorrow = NIGHT.plus(Duration.ofDays(1));
    assertEquals(0, work(tomorrow, w -> w.claimDue("a")).size());
    work(tomorrow, w -> w.end(first, State.COMPLETED, null));
    assertEquals(1, work(tomorrow, w -> w.claimDue("a")).size());
  }

  @Test
  void aDeadServersRunGoesOnElsewhereAndItsTicketIsWorthNothing() {
    JobTicket old = claimed(NIGHT);
    work(NIGHT, w -> done(() -> w.expect(old, 10)));
    assertEquals(0, work(NIGHT, w -> w.takeOver("b", List.of("a", "b"))).size());
    JobStart next = work(NIGHT, w -> w.takeOver("b", List.of("b"))).get(0);
    assertEquals(2, next.ticket().attempt());
    assertEquals(77, next.before());
    begun(next.ticket(), NIGHT);
    assertThrows(
        IllegalStateException.class, () -> work(NIGHT, w -> done(() -> w.expect(old, 99))));
    assertEquals(false, work(NIGHT, w -> w.end(old, State.FAILED, null)));
    assertEquals(10, view(NIGHT).last().progress().total());
    assertEquals(State.RUNNING, view(NIGHT).last().state());
  }

  @Test
  void aRunThatServersDieUnderFails() {
    claimed(NIGHT);
    begun(work(NIGHT, w -> w.takeOver("b", List.of("b"))).get(0).ticket(), NIGHT);
    assertEquals(List.of(), work(NIGHT, w -> w.takeOver("c", List.of("c"))));
    assertEquals(State.FAILED, view(NIGHT).last().state());
  }

  @Test
  void aShutDownServersRunGoesOnAtTheNextStart() {
    JobTicket ticket = claimed(NIGHT);
    work(NIGHT, w -> w.end(ticket, State.STOPPED, null));
    assertEquals(State.INTERRUPTED, view(NIGHT).last().state());
    assertEquals(0, work(NIGHT, w -> w.takeOver("a", List.of("a"))).size());
    assertEquals(1, work(NIGHT, w -> w.takeOver("a-again", List.of("a"))).size());
  }

  @Test
  void stepsCountOverAllAttempts() {
    JobTicket ticket = claimed(NIGHT);
    work(
        NIGHT,
        w -> {
          w.beginStep(ticket, "one");
          w.count(ticket, "one", new JobStepView.Counts(1000, 3, 990, 7));
          w.skip(ticket, "one", new RecordSkipped("r-1", "NO_GRADE"));
          w.skip(ticket, "one", new RecordSkipped("r-2", "NO_GRADE"));
          return true;
        });
    JobTicket next = work(NIGHT, w -> w.takeOver("b", List.of("b"))).get(0).ticket();
    begun(next, NIGHT);
    work(
        NIGHT,
        w -> {
          w.beginStep(next, "one");
          w.count(next, "one", new JobStepView.Counts(500, 0, 500, 0));
          w.endStep(next, "one", "COMPLETED");
          return true;
        });
    JobRunView run = asked(NIGHT, jobs -> jobs.run(JOB, ticket.runId()));
    assertEquals(new JobStepView.Counts(1500, 3, 1490, 7), run.counts());
    assertEquals(1500, run.progress().done());
    assertEquals("COMPLETED", run.steps().get(0).state());
    List<JobSkipView> skips =
        asked(NIGHT, jobs -> jobs.skips(JOB, ticket.runId(), null, 1)).items();
    assertEquals(List.of("r-1"), skips.stream().map(JobSkipView::record).toList());
  }

  @Test
  void aRepeatedRequestIsTheSameRunAndAnotherOneIsRefused() {
    JobRequests.Asked first = request("key-1");
    JobRequests.Asked again = request("key-1");
    assertEquals(first.runId(), again.runId());
    assertNull(again.start());
    ProblemException second = assertThrows(ProblemException.class, () -> request("key-2"));
    assertEquals(JobProblem.JOB_RUNNING, second.problem());
    assertTrue(second.detail().contains(first.runId().toString()));
  }

  @Test
  void aStoppedRunRestartsAndAnAbandonedOneDoesNot() {
    JobTicket ticket = request("key").start().ticket();
    begun(ticket, NIGHT);
    assertEquals(Optional.of(77L), requesting(r -> r.stop("asked", ticket.runId(), "a")));
    work(NIGHT, w -> w.end(ticket, State.STOPPED, null));
    JobStart restart = requesting(r -> r.restart("asked", ticket.runId(), "b"));
    assertEquals(2, restart.ticket().attempt());
    begun(restart.ticket(), NIGHT);
    assertEquals(
        JobProblem.JOB_RUN_STATE,
        assertThrows(
                ProblemException.class,
                () -> requesting(r -> done(() -> r.abandon("asked", ticket.runId()))))
            .problem());
    assertEquals(Optional.empty(), requesting(r -> r.stop("asked", ticket.runId(), "a")));
    work(NIGHT, w -> w.end(restart.ticket(), State.STOPPED, null));
    requesting(r -> done(() -> r.abandon("asked", ticket.runId())));
    assertEquals(
        JobProblem.JOB_RUN_STATE,
        assertThrows(
                ProblemException.class,
                () -> requesting(r -> r.restart("asked", ticket.runId(), "b")))
            .problem());
  }

  @Test
  void anotherDistrictSeesNothingAndTheOperatorAll() {
    UUID run = claimed(NIGHT).runId();
    Caller stranger = admin(TestDatabase.newTenant());
    assertEquals(
        JobProblem.JOB_RUN_NOT_FOUND,
        assertThrows(
                ProblemException.class,
                () -> TestDatabase.as(stranger, sql -> jobs(sql, NIGHT).run(JOB, run)))
            .problem());
    Caller operator = new Caller(Tenants.SHARED, "op", Set.of(Roles.OPERATOR), null, null);
    JobRunView seen = TestDatabase.as(operator, sql -> jobs(sql, NIGHT).run(JOB, run));
    assertEquals(tenant, seen.tenant());
  }

  @Test
  void anOperatorStartsWhatIsOfTheWholeInstallation() {
    Caller operator = new Caller(Tenants.SHARED, "op", Set.of(Roles.OPERATOR), null, null);
    JobTicket ticket =
        TestDatabase.as(
            operator,
            sql -> {
              JobRequests requests = Wired.of(JobRequests.class, sql, clock(NIGHT), CATALOG);
              JobRequests.Asked asked =
                  requests.start(Tenants.SHARED, "whole", Map.of(), null, "a");
              requests.refused(asked.runId());
              return asked.start().ticket();
            });
    assertEquals(Tenants.SHARED, ticket.tenant());
  }

  @Test
  void runsAreForgottenAfterNinetyDays() {
    JobTicket ticket = claimed(NIGHT);
    work(NIGHT, w -> w.end(ticket, State.COMPLETED, null));
    work(NIGHT.plus(Duration.ofDays(90)), w -> done(w::forgetOld));
    assertTrue(view(NIGHT).last() != null);
    work(NIGHT.plus(Duration.ofDays(91)), w -> done(w::forgetOld));
    assertNull(view(NIGHT).last());
  }

  @Test
  void aServerCountsAsAliveForItsLease() {
    Duration lease = Duration.ofSeconds(30);
    String one = "one-" + tenant;
    String two = "two-" + tenant;
    TestDatabase.inTenant(Tenants.SHARED, sql -> frame(sql, NIGHT).alive(one, lease));
    List<String> soon =
        TestDatabase.inTenant(
            Tenants.SHARED, sql -> frame(sql, NIGHT.plusSeconds(29)).alive(two, lease));
    List<String> later =
        TestDatabase.inTenant(
            Tenants.SHARED, sql -> frame(sql, NIGHT.plusSeconds(30)).alive(two, lease));
    assertTrue(soon.containsAll(List.of(one, two)));
    assertFalse(later.contains(one));
  }

  /** A run that server a has claimed and begun. */
  private JobTicket claimed(Instant now) {
    JobTicket ticket = work(now, w -> w.claimDue("a")).get(0).ticket();
    begun(ticket, now);
    return ticket;
  }

  private void begun(JobTicket ticket, Instant now) {
    work(
        now,
        w -> {
          w.begin(ticket, 77);
          return true;
        });
  }

  private JobRequests.Asked request(String key) {
    return requesting(r -> r.start(null, "asked", Map.of(), key, "a"));
  }

  private static boolean done(Runnable work) {
    work.run();
    return true;
  }

  private JobView view(Instant now) {
    return asked(now, jobs -> jobs.find(JOB));
  }

  private <T> T asked(Instant now, Function<Jobs, T> question) {
    return TestDatabase.as(admin(tenant), sql -> question.apply(jobs(sql, now)));
  }

  private <T> T requesting(Function<JobRequests, T> request) {
    return TestDatabase.as(
        admin(tenant),
        sql -> request.apply(Wired.of(JobRequests.class, sql, clock(NIGHT), CATALOG)));
  }

  private <T> T work(Instant now, Function<JobWork, T> work) {
    return TestDatabase.inTenant(tenant, sql -> work.apply(frame(sql, now)));
  }

  private static JobWork frame(Object sql, Instant now) {
    return Wired.of(JobWork.class, sql, clock(now), CATALOG);
  }

  private static Jobs jobs(Object sql, Instant now) {
    return Wired.of(Jobs.class, sql, clock(now), CATALOG);
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private static Caller admin(String tenant) {
    return new Caller(tenant, "admin", Set.of(Roles.DISTRICT_ADMIN), null, null);
  }
}
