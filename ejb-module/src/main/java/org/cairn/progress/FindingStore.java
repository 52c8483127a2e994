package org.cairn.progress;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.progress.ProgressFindings.Finding;
import org.jspecify.annotations.Nullable;

/** Which progress is to be verified, and what was found. */
@Singleton
class FindingStore {

  private static final SqlText COUNT =
      SqlText.of("select count(*) from progress_state where tenant_id = :tenant");

  private static final SqlText PAGE =
      SqlText.of(
          """
          select learner_id from progress_state
          where tenant_id = :tenant and (:after::uuid is null or learner_id > :after::uuid)
          order by learner_id limit :limit
          """);

  private static final SqlText FLAG =
      SqlText.of(
          """
          insert into progress_finding (tenant_id, learner_id, code, differences, found_at, seen_in)
          select :tenant, f.learner_id, f.code, f.differences, :now, :run
          from unnest(:learners::uuid[], :codes::text[], :counts::integer[])
            f (learner_id, code, differences)
          on conflict (tenant_id, learner_id, code) do update set
            differences = excluded.differences, seen_in = excluded.seen_in, gone_at = null,
            found_at = case when progress_finding.gone_at is null then progress_finding.found_at
              else excluded.found_at end
          """);

  private static final SqlText SETTLE =
      SqlText.of(
          """
          update progress_finding set gone_at = :now
          where tenant_id = :tenant and seen_in <> :run and gone_at is null
          """);

  private static final SqlText FINDINGS =
      SqlText.of(
          """
          select learner_id, code, differences, found_at from progress_finding
          where tenant_id = :tenant and gone_at is null
            and (:after::text is null or (learner_id::text || '/' || code) collate "C" > :after)
          order by (learner_id::text || '/' || code) collate "C" limit :limit
          """);

  private final TenantSql sql;

  @Inject
  FindingStore(TenantSql sql) {
    this.sql = sql;
  }

  long total() {
    return sql.with(COUNT).first(row -> row.getLong(1)).orElse(0L);
  }

  List<UUID> page(@Nullable String after, int limit) {
    return sql.with(PAGE)
        .set("after", after)
        .set("limit", limit)
        .list(row -> SqlCall.uuid(row, "learner_id"));
  }

  void flag(UUID run, List<Finding> findings, Instant now) {
    sql.with(FLAG)
        .set("run", run)
        .set("now", now)
        .setEach("learners", findings, Finding::learnerId)
        .setEach("codes", findings, Finding::code)
        .setEach("counts", findings, Finding::differences)
        .update();
  }

  /** What the run did not see again is gone. */
  void settle(UUID run, Instant now) {
    sql.with(SETTLE).set("run", run).set("now", now).update();
  }

  List<Finding> findings(@Nullable String after, int limit) {
    return sql.with(FINDINGS)
        .set("after", after)
        .set("limit", limit)
        .list(
            row ->
                new Finding(
                    SqlCall.uuid(row, "learner_id"),
                    row.getString("code"),
                    row.getInt("differences"),
                    SqlCall.instant(row, "found_at")));
  }
}
