package org.cairn.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.caller.Tenants;
import org.cairn.gamification.GamificationProblem;
import org.cairn.gamification.RuleAlignment;
import org.cairn.gamification.RuleSets;
import org.cairn.replay.ReplayView.State;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.Ids;
import org.cairn.shared.Page;
import org.cairn.shared.Problem;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A district's dry runs and what becomes of them, on the real database. */
class ReplayStoreIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private static final SqlText LOGIN =
      SqlText.of(
          """
          with log as (
            insert into learner_log (tenant_id, learner_id, last_position)
            values (:tenant, :learner, 3)
          ), profile as (
            insert into game_profile (tenant_id, learner_id, lifetime_xp, balance, transactions)
            values (:tenant, :learner, 5, 5, 1)
          ), earning as (
            insert into xp_earning (tenant_id, learner_id, source, kind, category, reason, basis,
              grade, day, occurred_at, event_id, verified, rule_version, amount)
            values (:tenant, :learner, 'day/2026-03-02/login', 'LOGIN', 'BONUS', 'DAILY_LOGIN', 1,
              '04', '2026-03-02', '2026-03-02T08:00:00Z', 'e1', true, 'shared-1', 5)
          )
          insert into xp_transaction (tenant_id, id, learner_id, number, source, revision, type,
            category, reason, amount, balance_after, verified, rule_version, event_id, occurred_at,
            recorded_at)
          values (:tenant, :id, :learner, 1, 'day/2026-03-02/login', 0, 'EARNED', 'BONUS',
            'DAILY_LOGIN', 5, 5, true, 'shared-1', 'e1', '2026-03-02T08:00:00Z',
            '2026-03-02T08:00:00Z')
          """);

  private static final SqlText LIFETIMES =
      SqlText.of("select lifetime_xp from game_profile where tenant_id = :tenant");

  private static final SqlText ROWS =
      SqlText.of("select count(*) from xp_transaction where tenant_id = :tenant");

  private String tenant;
  private Instant now = Instant.parse("2026-03-20T12:00:00Z");
  private final Set<UUID> learners = new TreeSet<>();

  @BeforeAll
  static void rules() {
    TestDatabase.inTenant(
        Tenants.SHARED,
        sql ->
            Wired.of(RuleAlignment.class, sql, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .align(Path.of(System.getProperty("cairn.config", "../config"))));
  }

  @BeforeEach
  void aDistrict() {
    tenant = TestDatabase.newTenant();
    learners.clear();
    for (int i = 0; i < 5; i++) {
      UUID learner = TestPeople.learner(tenant);
      learners.add(learner);
      TestDatabase.inTenant(
          tenant, sql -> sql.with(LOGIN).set("learner", learner).set("id", Ids.next()).update());
    }
  }

  @Test
  void aDryRunTellsWhatChangesForWhomAndChangesNothing() {
    UUID replay = tried(version(9)).id();
    ReplayView ready = asking(replays -> replays.find(replay));
    assertEquals(State.READY, ready.state());
    assertEquals(List.of(5L, 5L, 5L, 20L, 0L, 0L), counts(ready));
    assertEquals(List.of(5L, 5L, 5L, 5L, 5L), lifetimes());
    Page<ReplayView.Difference> first = asking(replays -> replays.differences(replay, null, 3));
    Page<ReplayView.Difference> second =
        asking(replays -> replays.differences(replay, first.next(), 3));
    Set<UUID> told = new TreeSet<>();
    first.items().forEach(difference -> told.add(difference.learnerId()));
    second.items().forEach(difference -> told.add(difference.learnerId()));
    assertEquals(learners, told);
    ReplayView.Difference any = first.items().get(0);
    assertEquals(new ReplayView.Difference(any.learnerId(), 3, 5, 9, 5, 9, 0, 1, null), any);
  }

  @Test
  void aDryRunIsAppliedOnceHoweverOftenItIsAskedFor() {
    String version = version(9);
    UUID replay = tried(version).id();
    for (int i = 0; i < 2; i++) {
      assertEquals(
          i == 0 ? State.APPLYING : State.APPLIED,
          asking(replays -> replays.apply(version, replay.toString())).state());
      correct(replay, 2);
      for (UUID learner : learners) {
        run(work -> work.apply(replay, List.of(learner)));
      }
    }
    assertEquals(List.of(9L, 9L, 9L, 9L, 9L), lifetimes());
    assertEquals(10L, numbers(ROWS).get(0));
    assertEquals(5, asking(replays -> replays.find(replay)).applied());
  }

  @Test
  void aRunThatBreaksOffInAChunkGoesOnWithNothingTwiceAndNothingMissing() {
    String version = version(9);
    UUID replay = tried(version).id();
    asking(replays -> replays.apply(version, replay.toString()));
    List<UUID> all = List.copyOf(learners);
    run(work -> work.apply(replay, all.subList(0, 2)));
    assertThrows(
        IllegalStateException.class,
        () ->
            run(
                work -> {
                  work.apply(replay, all.subList(2, 4));
                  throw new IllegalStateException("the server died");
                }));
    assertEquals(2, asking(replays -> replays.find(replay)).applied());
    correct(replay, 2);
    assertEquals(List.of(9L, 9L, 9L, 9L, 9L), lifetimes());
    assertEquals(State.APPLIED, asking(replays -> replays.find(replay)).state());
  }

  @Test
  void whatIsNotThereOrNotFinishedIsNotApplied() {
    String version = version(9);
    ReplayView begun = asking(replays -> replays.dryRun(version));
    String id = begun.id().toString();
    assertEquals(ReplayProblem.REPLAY_UNFINISHED, refused(r -> r.apply(version, id)));
    run(work -> work.ready(begun.id()));
    assertEquals(ReplayProblem.REPLAY_NOT_FOUND, refused(r -> r.apply("shared-1", id)));
    assertEquals(
        ReplayProblem.REPLAY_NOT_FOUND, refused(r -> r.apply(version, Ids.next().toString())));
    assertEquals(CommonProblem.INVALID_REQUEST, refused(r -> r.apply(version, "x")));
    assertEquals(GamificationProblem.RULES_NOT_FOUND, refused(r -> r.dryRun("district-77")));
    String home = tenant;
    tenant = TestDatabase.newTenant();
    assertEquals(ReplayProblem.REPLAY_NOT_FOUND, refused(r -> r.find(begun.id())));
    assertEquals(ReplayProblem.REPLAY_NOT_FOUND, refused(r -> r.apply(version, id)));
    assertEquals(
        ReplayProblem.REPLAY_NOT_FOUND, refused(r -> r.differences(begun.id(), null, null)));
    assertEquals(List.of(), asking(replays -> replays.page(null, null)).items());
    tenant = home;
  }

  @Test
  void aDryRunThatAnotherReplayHasOvertakenIsStale() {
    String version = version(9);
    UUID one = tried(version).id();
    UUID other = tried(version).id();
    asking(replays -> replays.apply(version, other.toString()));
    assertEquals(ReplayProblem.REPLAY_RUNNING, refused(r -> r.apply(version, one.toString())));
    assertEquals(ReplayProblem.REPLAY_RUNNING, refused(r -> r.dryRun(version)));
    correct(other, 10);
    assertEquals(ReplayProblem.REPLAY_STALE, refused(r -> r.apply(version, one.toString())));
    assertTrue(asking(replays -> replays.find(one)).stale());
    assertFalse(asking(replays -> replays.find(other)).stale());
    assertEquals(
        List.of(other, one),
        asking(replays -> replays.page(null, null)).items().stream().map(ReplayView::id).toList());
    ReplayView next = tried(version);
    assertEquals(0, asking(replays -> replays.find(next.id())).changed());
  }

  @Test
  void aDryRunWhoseJobBrokeOffHasFailed() {
    ReplayView begun = asking(replays -> replays.dryRun("shared-1"));
    run(work -> work.fail(begun.id()));
    assertEquals(State.FAILED, asking(replays -> replays.find(begun.id())).state());
    assertEquals(
        ReplayProblem.REPLAY_UNFINISHED, refused(r -> r.apply("shared-1", begun.id().toString())));
  }

  private ReplayView tried(String version) {
    now = now.plus(Duration.ofMinutes(1));
    ReplayView begun = asking(replays -> replays.dryRun(version));
    run(work -> work.expect(begun.id()));
    List<UUID> page = new ArrayList<>();
    do {
      String after = page.isEmpty() ? null : page.get(page.size() - 1).toString();
      page = working(work -> work.learners(after, 2));
      List<UUID> chunk = page;
      run(work -> work.judge(begun.id(), chunk));
    } while (!page.isEmpty());
    run(work -> work.ready(begun.id()));
    return begun;
  }

  /** What the job does. */
  private void correct(UUID replay, int chunk) {
    List<UUID> page = working(work -> work.open(replay, null, chunk));
    while (!page.isEmpty()) {
      List<UUID> learners = page;
      run(work -> work.apply(replay, learners));
      page = working(work -> work.open(replay, null, chunk));
    }
    run(work -> work.applied(replay));
  }

  private static List<Long> counts(ReplayView replay) {
    return List.of(
        replay.learners(),
        replay.judged(),
        replay.changed(),
        replay.xpUp(),
        replay.xpDown(),
        replay.applied());
  }

  /** A draft with another amount for the daily login. */
  private String version(int login) {
    return as(
        RuleSets.class,
        rules -> {
          Map<String, Object> spec = new HashMap<>(rules.find("shared-1").rules());
          Map<String, Object> xp = new HashMap<>(JSON.convertValue(spec.get("xp"), OBJECT));
          xp.put("dailyLogin", login);
          spec.put("xp", xp);
          return rules.add(rules.latest(), spec).version();
        });
  }

  private List<Long> lifetimes() {
    return numbers(LIFETIMES);
  }

  private List<Long> numbers(SqlText text) {
    return TestDatabase.inTenant(tenant, sql -> sql.with(text).list(row -> row.getLong(1)));
  }

  private Problem refused(Function<Replays, ?> call) {
    return assertThrows(ProblemException.class, () -> asking(call)).problem();
  }

  private <T> T asking(Function<Replays, T> call) {
    return as(Replays.class, call);
  }

  private <B, T> T as(Class<B> boundary, Function<B, T> call) {
    Caller admin = new Caller(tenant, "admin", Set.of(Roles.DISTRICT_ADMIN), null, null);
    return TestDatabase.as(admin, sql -> call.apply(wired(boundary, sql)));
  }

  private void run(Consumer<ReplayWork> step) {
    working(
        work -> {
          step.accept(work);
          return true;
        });
  }

  /** One transaction, as a chunk of the job is one. */
  private <T> T working(Function<ReplayWork, T> call) {
    return TestDatabase.inTenant(tenant, sql -> call.apply(wired(ReplayWork.class, sql)));
  }

  private <B> B wired(Class<B> type, TenantSql sql) {
    return Wired.of(type, sql, Clock.fixed(now, ZoneOffset.UTC));
  }
}
