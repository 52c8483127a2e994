package org.cairn.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.archive.TestArchive;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.jobs.RecordSkipped;
import org.cairn.shared.Ids;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.jspecify.annotations.Nullable;

/**
 * Backups and restores as their jobs make them: each step and each chunk is a transaction. One of
 * them can be made to break off at its end, with all that it has written to the database undone;
 * the next attempt goes on at the checkpoint.
 */
final class TestNights {

  static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private static final SqlText PLANT =
      SqlText.of(
          """
          with calendar as (
            insert into game_calendar (tenant_id, id, zone, closed)
            values (:tenant, 'calendar', 'America/Chicago', '{2026-01-19,2026-05-25}')
            on conflict do nothing
          ), log as (
            insert into learner_log (tenant_id, learner_id, last_position)
            values (:tenant, :learner, 9)
          ), profile as (
            insert into game_profile (tenant_id, learner_id, lifetime_xp, balance, transactions)
            values (:tenant, :learner, 7 * :rows::bigint, 7 * :rows::bigint, :rows)
          ), day as (
            insert into game_day (tenant_id, learner_id, day, counts, calendar_id, event_id,
              occurred_at, length, freezes, best)
            values (:tenant, :learner, '2026-03-02', true, 'calendar', 'e1',
              '2026-03-02T08:00:00.123456Z', 3, 1, 5)
          ), earning as (
            insert into xp_earning (tenant_id, learner_id, source, kind, category, reason, basis,
              grade, day, occurred_at, event_id, verified, rule_version, amount)
            select :tenant, :learner, 'q' || n, 'ANSWER', 'LEARNING', 'CORRECT', 1, '04',
              '2026-03-02', '2026-03-02T08:00:00Z', 'e' || n, true, 'shared-1', 7
            from generate_series(1, :rows) n
          )
          insert into xp_transaction (tenant_id, id, learner_id, number, source, revision, type,
            category, reason, amount, balance_after, verified, rule_version, event_id, occurred_at,
            recorded_at, note, kind, basis, grade, day, streak, owed)
          select :tenant, gen_random_uuid(), :learner, n, 'q' || n, 0, 'EARNED', 'LEARNING',
            'CORRECT', 7, 7 * n, true, 'shared-1', 'e' || n, '2026-03-02T08:00:00Z',
            '2026-03-02T08:00:01.5Z', 'says "so"' || E'\\n' || 'and ä\\b', 'ANSWER', 1, '04',
            '2026-03-02', 0, 7
          from generate_series(1, :rows) n
          """);

  private static final SqlText STATE =
      SqlText.of(
          """
          select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from (
            select row(x.*)::text as t from xp_transaction x where x.tenant_id = :tenant
            union all select row(p.*)::text from game_profile p where p.tenant_id = :tenant
            union all select row(e.*)::text from xp_earning e where e.tenant_id = :tenant
            union all select row(d.*)::text from game_day d where d.tenant_id = :tenant
            union all select row(c.*)::text from game_calendar c where c.tenant_id = :tenant
          ) all_rows
          """);

  final String tenant = TestDatabase.newTenant();
  final TestArchive storage;
  Instant now = NOW;

  /** How many steps are done before one breaks off; negative for never. */
  private int breaksAfter = -1;

  private int steps;

  TestNights(Path folder) {
    storage = new TestArchive(folder);
  }

  /** What ends a step at its very end, as a killed server does. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  UUID learner(int rows) {
    UUID learner = TestPeople.learner(tenant);
    inTenant(sql -> sql.with(PLANT).set("learner", learner).set("rows", rows).update());
    return learner;
  }

  /** Has the step with this number break off once. */
  void breakAfter(int done) {
    breaksAfter = done;
    steps = 0;
  }

  /** Whether the step that was to break off came. */
  boolean hasBroken() {
    return breaksAfter < 0;
  }

  UUID backUp() {
    UUID run = Ids.next();
    backUp(run);
    return run;
  }

  void backUp(UUID run) {
    step(BackupWork.class, work -> work.begin(run));
    @Nullable String last = null;
    while (true) {
      String after = last;
      List<Integer> parts = ask(BackupWork.class, work -> work.parts(run, after, 1));
      if (parts.isEmpty()) {
        break;
      }
      step(BackupWork.class, work -> work.write(run, parts.get(0)));
      last = parts.get(0).toString();
    }
    step(BackupWork.class, work -> work.seal(run));
    step(BackupWork.class, work -> work.clean(run));
  }

  /** A restore that has come to its end; what it skipped is added. */
  RestoreView restore(UUID backup, boolean dryRun, List<String> skipped) {
    UUID run = Ids.next();
    step(RestoreWork.class, work -> work.begin(run, backup, dryRun));
    for (int part : ask(RestoreWork.class, work -> work.parts(run, null, 1_000))) {
      step(RestoreWork.class, work -> work.verify(run, part));
    }
    try {
      step(RestoreWork.class, work -> work.accept(run));
    } catch (org.cairn.shared.ProblemException refused) {
      step(RestoreWork.class, work -> work.fail(run));
      throw refused;
    }
    @Nullable String last = null;
    while (true) {
      String after = last;
      List<BackupLine> lines = ask(RestoreWork.class, work -> work.lines(run, after, 2));
      if (lines.isEmpty()) {
        break;
      }
      List<BackupLine> whole = whole(lines, skipped);
      step(RestoreWork.class, work -> work.restore(run, whole));
      last = lines.get(lines.size() - 1).key();
    }
    step(RestoreWork.class, work -> work.complete(run));
    return restores(backup).stream()
        .filter(each -> each.id().equals(run))
        .findFirst()
        .orElseThrow();
  }

  RestoreView restore(UUID backup) {
    return restore(backup, false, new ArrayList<>());
  }

  List<RestoreView> restores(UUID backup) {
    return asAdmin(backups -> backups.restores(backup, null, null).items());
  }

  <T> T asAdmin(Function<Backups, T> call) {
    Caller admin = new Caller(tenant, "admin", java.util.Set.of(Roles.DISTRICT_ADMIN), null, null);
    return TestDatabase.as(admin, sql -> call.apply(wired(Backups.class, sql)));
  }

  /** All rows of profiles and ledgers, as text. */
  String state() {
    return inTenant(sql -> sql.with(STATE).first(row -> row.getString(1)).orElse(""));
  }

  /** Loses all rows of these tables, past what the application may. */
  void lose(String... tables) {
    try (java.sql.Connection superuser = TestDatabase.superuser();
        java.sql.Statement statement = superuser.createStatement()) {
      for (String table : tables) {
        statement.execute("delete from %s where tenant_id = '%s'".formatted(table, tenant));
      }
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every line of a backup. */
  List<String> lines(UUID backup) {
    return ask(
        BackupObjects.class,
        objects -> {
          Manifest manifest = objects.manifest(backup).orElseThrow();
          return manifest.parts().stream()
              .flatMap(part -> objects.lines(backup, part).lines().toList().stream())
              .toList();
        });
  }

  <T, R> R ask(Class<T> type, Function<T, R> call) {
    return inTenant(sql -> call.apply(wired(type, sql)));
  }

  /** One transaction, which is taken again where it breaks off. */
  <T> void step(Class<T> type, java.util.function.Consumer<T> call) {
    try {
      inTenant(
          sql -> {
            call.accept(wired(type, sql));
            if (steps == breaksAfter) {
              breaksAfter = -1;
              throw new Killed();
            }
            return steps++;
          });
    } catch (Killed killed) {
      step(type, call);
    }
  }

  <T> T inTenant(Function<TenantSql, T> work) {
    return TestDatabase.inTenant(tenant, work);
  }

  private static List<BackupLine> whole(List<BackupLine> lines, List<String> skipped) {
    List<BackupLine> whole = new ArrayList<>();
    for (BackupLine line : lines) {
      try {
        whole.add(line.checked());
      } catch (RecordSkipped e) {
        skipped.add(e.key() + " " + e.reason());
      }
    }
    return whole;
  }

  private <T> T wired(Class<T> type, TenantSql sql) {
    return Wired.of(type, sql, Clock.fixed(now, ZoneOffset.UTC), storage.archive());
  }
}
