package org.cairn.jobs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Which servers are alive, and until when each job was planned. */
@Singleton
class JobPlanStore {

  private static final SqlText SEEN =
      SqlText.of(
          """
          insert into job_node (tenant_id, node, seen_at) values (:tenant, :node, :now)
          on conflict (tenant_id, node) do update set seen_at = excluded.seen_at
          """);

  private static final SqlText ALIVE =
      SqlText.of("select node from job_node where tenant_id = :tenant and seen_at > :since");

  private static final SqlText FORGET =
      SqlText.of("delete from job_node where tenant_id = :tenant and seen_at < :before");

  private static final SqlText PLANS =
      SqlText.of("select job, key, planned_until from job_plan where tenant_id = :tenant");

  private static final SqlText BEGIN =
      SqlText.of(
          """
          insert into job_plan (tenant_id, job, key, planned_until)
          values (:tenant, :job, :key, :now)
          on conflict do nothing
          """);

  private static final SqlText ADVANCE =
      SqlText.of(
          """
          update job_plan set planned_until = :time
          where tenant_id = :tenant and job = :job and key = :key and planned_until < :time
          """);

  private final TenantSql sql;

  @Inject
  JobPlanStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * A plan's name.
   *
   * @param key what tells the job's plans in a tenant apart, such as a zone; else empty
   */
  record PlanKey(String job, String key) {}

  void seen(String node, Instant now) {
    sql.with(SEEN).set("node", node).set("now", now).update();
  }

  List<String> aliveSince(Instant since) {
    return sql.with(ALIVE).set("since", since).list(row -> row.getString("node"));
  }

  void forget(Instant before) {
    sql.with(FORGET).set("before", before).update();
  }

  Map<PlanKey, Instant> plans() {
    Map<PlanKey, Instant> plans = new HashMap<>();
    sql.with(PLANS)
        .list(
            row ->
                plans.put(
                    new PlanKey(row.getString("job"), row.getString("key")),
                    SqlCall.instant(row, "planned_until")));
    return plans;
  }

  /** A job that was not known here is planned from now on: nothing of before was missed. */
  void begin(PlanKey plan, Instant now) {
    sql.with(BEGIN).set("job", plan.job()).set("key", plan.key()).set("now", now).update();
  }

  /** Whether this call, of all servers', was the one that moved the plan on. */
  boolean advance(PlanKey plan, Instant time) {
    return sql.with(ADVANCE)
            .set("job", plan.job())
            .set("key", plan.key())
            .set("time", time)
            .update()
        == 1;
  }
}
