package org.cairn.jobs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.jobs.JobRunView.Cause;
import org.cairn.jobs.JobRunView.Progress;
import org.cairn.jobs.JobRunView.State;
import org.jspecify.annotations.Nullable;

/**
 * Reads the runs for people: a district's administrator those of the district, an operator all. The
 * policy of the tables says the same.
 */
@Singleton
class JobViewStore {

  private static final String MINE = "(r.tenant_id = :tenant or :tenant = 'shared')";

  private static final String RUN =
      """
      select r.id, r.job, r.tenant_id, r.state, r.cause, r.parameter_names, r.parameter_values,
        r.planned_for, r.promised_for, r.requested_by, r.requested_at, r.started_at, r.touched_at,
        r.ended_at, r.attempt, r.node, r.done, r.total, r.detail,
        coalesce(c.read, 0) as read, coalesce(c.written, 0) as written,
        coalesce(c.filtered, 0) as filtered, coalesce(c.skipped, 0) as skipped
      from job_run r
      left join lateral (
        select sum(read)::bigint as read, sum(written)::bigint as written,
          sum(filtered)::bigint as filtered, sum(skipped)::bigint as skipped
        from job_step s
        where (s.tenant_id = :tenant or :tenant = 'shared') and s.tenant_id = r.tenant_id
          and s.run_id = r.id
      ) c on true
      where
      """
          + MINE;

  private static final SqlText FIND = SqlText.of(RUN + " and r.job = :job and r.id = :id");

  private static final SqlText PAGE =
      SqlText.of(
          RUN
              + """
               and r.job = :job and (:state::text is null or r.state = :state)
              and (:before::uuid is null or r.id < :before::uuid)
              order by r.id desc limit :limit
              """);

  private static final SqlText LATEST =
      SqlText.of(
          RUN
              + """
               and r.id in (
                select distinct on (l.job) l.id from job_run l
                where (l.tenant_id = :tenant or :tenant = 'shared')
                  and (not :planned or l.planned_for is not null)
                order by l.job, l.id desc)
              """);

  private static final SqlText FIGURES =
      SqlText.of(
          """
          select r.job,
            count(*) filter (where r.state in ('STARTING', 'RUNNING', 'STOPPING', 'INTERRUPTED'))
              as open,
            count(*) filter (where r.state = 'FAILED' and r.ended_at > :since) as failed,
            count(*) filter (where r.promise_missed and r.promised_for > :since) as missed
          from job_run r
          where
          """
              + MINE
              + " group by r.job");

  private static final SqlText STEPS =
      SqlText.of(
          """
          select number, name, state, read, written, filtered, skipped, started_at, ended_at
          from job_step r
          where
          """
              + MINE
              + " and r.run_id = :id order by r.number");

  private static final SqlText SKIPS =
      SqlText.of(
          """
          select number, step, record, reason, skipped_at from job_skip r
          where
          """
              + MINE
              + " and r.run_id = :id and r.number > :after order by r.number limit :limit");

  private final TenantSql sql;

  @Inject
  JobViewStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Numbers about a job's runs, failures and misses within the last day. */
  record Figures(String job, long open, long failed, long missed) {}

  Optional<JobRunView> find(String job, UUID id, Instant now) {
    return sql.with(FIND).set("job", job).set("id", id).first(row -> run(row, now));
  }

  /** The latest first. */
  List<JobRunView> page(
      String job, @Nullable State state, @Nullable String before, int limit, Instant now) {
    return sql.with(PAGE)
        .set("job", job)
        .set("state", state == null ? null : state.name())
        .set("before", before)
        .set("limit", limit)
        .list(row -> run(row, now));
  }

  /** The latest run of each job, or the latest that was planned. */
  Map<String, JobRunView> latest(boolean planned, Instant now) {
    return sql.with(LATEST).set("planned", planned).list(row -> run(row, now)).stream()
        .collect(Collectors.toMap(JobRunView::job, run -> run));
  }

  Map<String, Figures> figures(Instant since) {
    return sql
        .with(FIGURES)
        .set("since", since)
        .list(
            row ->
                new Figures(
                    row.getString("job"),
                    row.getLong("open"),
                    row.getLong("failed"),
                    row.getLong("missed")))
        .stream()
        .collect(Collectors.toMap(Figures::job, figures -> figures));
  }

  List<JobStepView> steps(UUID run) {
    return sql.with(STEPS)
        .set("id", run)
        .list(
            row ->
                new JobStepView(
                    row.getInt("number"),
                    row.getString("name"),
                    row.getString("state"),
                    counts(row),
                    SqlCall.instant(row, "started_at"),
                    SqlCall.instantOrNull(row, "ended_at")));
  }

  List<JobSkipView> skips(UUID run, long after, int limit) {
    return sql.with(SKIPS)
        .set("id", run)
        .set("after", after)
        .set("limit", limit)
        .list(
            row ->
                new JobSkipView(
                    row.getLong("number"),
                    row.getString("step"),
                    row.getString("record"),
                    row.getString("reason"),
                    SqlCall.instant(row, "skipped_at")));
  }

  private static JobStepView.Counts counts(ResultSet row) throws SQLException {
    return new JobStepView.Counts(
        row.getLong("read"),
        row.getLong("written"),
        row.getLong("filtered"),
        row.getLong("skipped"));
  }

  private static JobRunView run(ResultSet row, Instant now) throws SQLException {
    State state = State.valueOf(row.getString("state"));
    Instant ended = SqlCall.instantOrNull(row, "ended_at");
    Instant promised = SqlCall.instantOrNull(row, "promised_for");
    return new JobRunView(
        SqlCall.uuid(row, "id"),
        row.getString("job"),
        row.getString("tenant_id"),
        state,
        Cause.valueOf(row.getString("cause")),
        OpenRunStore.parameters(row),
        SqlCall.instantOrNull(row, "planned_for"),
        promised,
        Promise.of(promised, state == State.COMPLETED ? ended : null, now),
        row.getString("requested_by"),
        SqlCall.instant(row, "requested_at"),
        SqlCall.instantOrNull(row, "started_at"),
        ended,
        row.getInt("attempt"),
        row.getString("node"),
        progress(row, state, now),
        counts(row),
        null,
        row.getString("detail"));
  }

  private static Progress progress(ResultSet row, State state, Instant now) throws SQLException {
    Instant started = SqlCall.instantOrNull(row, "started_at");
    Instant until = state.isOpen() ? now : SqlCall.instant(row, "touched_at");
    return Progress.of(
        row.getLong("done"),
        row.getObject("total", Long.class),
        started == null ? Duration.ZERO : Duration.between(started, until),
        state.isOpen());
  }
}
