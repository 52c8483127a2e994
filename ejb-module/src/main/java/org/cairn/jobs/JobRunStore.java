package org.cairn.jobs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.jobs.JobRunView.Cause;
import org.cairn.jobs.JobRunView.State;
import org.jspecify.annotations.Nullable;

/** Writes the runs. Their states change only from those that the statement names. */
@Singleton
class JobRunStore {

  /** Planning, asking and restarting of one job in one tenant go one after the other. */
  private static final SqlText LOCK =
      SqlText.of("select pg_advisory_xact_lock(8, hashtext(:home || '/' || :job))");

  private static final SqlText ADD =
      SqlText.of(
          """
          insert into job_run (tenant_id, id, job, key, state, cause, parameter_names,
            parameter_values, planned_for, promised_for, request_key, requested_by, node, attempt,
            requested_at, touched_at)
          select home.id, :id, :job, :key, 'STARTING', :cause, :names::text[], :values::text[],
            :plannedFor::timestamptz, :promisedFor::timestamptz, :requestKey, :requestedBy, :node,
            1, :now, :now
          from tenant home
          where (home.id = :tenant or :tenant = 'shared') and home.id = :home
          on conflict do nothing
          """);

  private static final SqlText BEGIN =
      SqlText.of(
          """
          update job_run set execution_id = :execution, touched_at = :now,
            state = case when state = 'STARTING' then 'RUNNING' else state end,
            started_at = coalesce(started_at, :now)
          where tenant_id = :tenant and id = :id and attempt = :attempt
            and state in ('STARTING', 'STOPPING')
          """);

  private static final SqlText PROGRESS =
      SqlText.of(
          """
          update job_run set done = done + :read, touched_at = :now
          where tenant_id = :tenant and id = :id and attempt = :attempt
            and state in ('RUNNING', 'STOPPING')
          """);

  private static final SqlText EXPECT =
      SqlText.of(
          """
          update job_run set total = done + :total
          where tenant_id = :tenant and id = :id and attempt = :attempt
          """);

  /** Whoever stopped without being asked to was shut down with its server. */
  private static final SqlText END =
      SqlText.of(
          """
          update job_run set touched_at = :now, detail = :detail,
            state = case when :state = 'STOPPED' and state <> 'STOPPING' then 'INTERRUPTED'
              else :state end,
            ended_at = case when :state = 'STOPPED' and state <> 'STOPPING' then null
              else :now::timestamptz end
          where tenant_id = :tenant and id = :id and attempt = :attempt
            and state in ('STARTING', 'RUNNING', 'STOPPING', 'INTERRUPTED')
          """);

  private static final SqlText RESTART =
      SqlText.of(
          """
          update job_run set state = 'STARTING', node = :node, attempt = attempt + 1,
            deaths = :deaths, touched_at = :now, ended_at = null, detail = null
          where (tenant_id = :tenant or :tenant = 'shared') and id = :id and attempt = :attempt
            and state = :state
          """);

  private static final SqlText MARK =
      SqlText.of(
          """
          update job_run set state = :to, touched_at = :now,
            ended_at = case when :to = 'STOPPING' then null else coalesce(ended_at, :now) end
          where (tenant_id = :tenant or :tenant = 'shared') and id = :id and state = :from
          """);

  private static final SqlText MISS =
      SqlText.of(
          """
          update job_run set promise_missed = true
          where tenant_id = :tenant and promised_for < :now and not promise_missed
            and (ended_at is null or state <> 'COMPLETED')
          returning id, job
          """);

  private static final SqlText FORGET =
      SqlText.of(
          """
          with gone as (
            delete from job_run
            where tenant_id = :tenant and (ended_at < :before or ended_at < :beforeFrequent
              and state = 'COMPLETED' and job = any(:frequent::text[]))
            returning execution_id
          )
          delete from batch.job_instance where jobinstanceid in (
            select jobinstanceid from batch.job_execution
            where jobexecutionid in (select execution_id from gone))
          """);

  private final TenantSql sql;

  @Inject
  JobRunStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * What a new run is about.
   *
   * @param home the tenant that it is for: the caller's own, or an operator's choice
   * @param key what tells open runs of the job apart, else empty
   */
  record NewRun(
      String home,
      UUID id,
      String job,
      String key,
      Cause cause,
      Map<String, String> parameters,
      @Nullable Instant plannedFor,
      @Nullable Instant promisedFor,
      @Nullable String requestKey,
      @Nullable String requestedBy) {}

  void lock(String home, String job) {
    sql.with(LOCK).set("home", home).set("job", job).first(row -> true);
  }

  /**
   * Whether it was added: not while the job is open, not twice for one time, and not for a tenant
   * that is not there.
   */
  boolean add(NewRun run, String node, Instant now) {
    List<Map.Entry<String, String>> parameters = List.copyOf(run.parameters().entrySet());
    return sql.with(ADD)
            .set("home", run.home())
            .set("id", run.id())
            .set("job", run.job())
            .set("key", run.key())
            .set("cause", run.cause().name())
            .setEach("names", parameters, Map.Entry::getKey)
            .setEach("values", parameters, Map.Entry::getValue)
            .set("plannedFor", run.plannedFor())
            .set("promisedFor", run.promisedFor())
            .set("requestKey", run.requestKey())
            .set("requestedBy", run.requestedBy())
            .set("node", node)
            .set("now", now)
            .update()
        == 1;
  }

  boolean begin(JobTicket ticket, long execution, Instant now) {
    return showing(BEGIN, ticket).set("execution", execution).set("now", now).update() == 1;
  }

  boolean progress(JobTicket ticket, long read, Instant now) {
    return showing(PROGRESS, ticket).set("read", read).set("now", now).update() == 1;
  }

  void expect(JobTicket ticket, long total) {
    showing(EXPECT, ticket).set("total", total).update();
  }

  boolean end(JobTicket ticket, State state, @Nullable String detail, Instant now) {
    return showing(END, ticket)
            .set("state", state.name())
            .set("detail", detail)
            .set("now", now)
            .update()
        == 1;
  }

  /** Whether the run still was as it was found; then its next attempt is this server's. */
  boolean restart(OpenRunStore.Stored found, int deaths, String node, Instant now) {
    return sql.with(RESTART)
            .set("id", found.id())
            .set("attempt", found.attempt())
            .set("state", found.state().name())
            .set("deaths", deaths)
            .set("node", node)
            .set("now", now)
            .update()
        == 1;
  }

  /** Whether the run was in the one state; now it is in the other. */
  boolean mark(UUID id, State from, State to, Instant now) {
    return sql.with(MARK)
            .set("id", id)
            .set("from", from.name())
            .set("to", to.name())
            .set("now", now)
            .update()
        == 1;
  }

  void forget(Instant before, Instant beforeFrequent, List<String> frequent) {
    sql.with(FORGET)
        .set("before", before)
        .set("beforeFrequent", beforeFrequent)
        .set("frequent", frequent)
        .update();
  }

  /** Marks the promises that were missed meanwhile; each is told once. */
  List<String> missPromises(Instant now) {
    return sql.with(MISS)
        .set("now", now)
        .list(row -> row.getString("job") + ", run " + SqlCall.uuid(row, "id"));
  }

  private SqlCall showing(SqlText text, JobTicket ticket) {
    return sql.with(text).set("id", ticket.runId()).set("attempt", ticket.attempt());
  }
}
