package org.cairn.jobs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Writes the steps of runs, over all attempts, and the records that they left out. */
@Singleton
class JobStepStore {

  private static final SqlText BEGIN =
      SqlText.of(
          """
          insert into job_step (tenant_id, run_id, number, name, state, started_at)
          values (:tenant, :run, coalesce((select max(number) + 1 from job_step
            where tenant_id = :tenant and run_id = :run), 1), :name, 'RUNNING', :now)
          on conflict (tenant_id, run_id, name) do update set state = 'RUNNING', ended_at = null
          """);

  private static final SqlText COUNT =
      SqlText.of(
          """
          update job_step set read = read + :read, written = written + :written,
            filtered = filtered + :filtered, skipped = skipped + :skipped
          where tenant_id = :tenant and run_id = :run and name = :name
          """);

  private static final SqlText END =
      SqlText.of(
          """
          update job_step set state = :state, ended_at = :now
          where tenant_id = :tenant and run_id = :run and name = :name
          """);

  private static final SqlText SKIP =
      SqlText.of(
          """
          insert into job_skip (tenant_id, run_id, number, step, record, reason, skipped_at)
          values (:tenant, :run, coalesce((select max(number) + 1 from job_skip
            where tenant_id = :tenant and run_id = :run), 1), :step, :record, :reason, :now)
          """);

  private final TenantSql sql;

  @Inject
  JobStepStore(TenantSql sql) {
    this.sql = sql;
  }

  void begin(UUID run, String name, Instant now) {
    of(BEGIN, run).set("name", name).set("now", now).update();
  }

  void count(UUID run, String name, JobStepView.Counts more) {
    of(COUNT, run)
        .set("name", name)
        .set("read", more.read())
        .set("written", more.written())
        .set("filtered", more.filtered())
        .set("skipped", more.skipped())
        .update();
  }

  void end(UUID run, String name, String state, Instant now) {
    of(END, run).set("name", name).set("state", state).set("now", now).update();
  }

  void skip(UUID run, String step, String record, String reason, Instant now) {
    of(SKIP, run)
        .set("step", step)
        .set("record", record)
        .set("reason", reason)
        .set("now", now)
        .update();
  }

  private SqlCall of(SqlText text, UUID run) {
    return sql.with(text).set("run", run);
  }
}
