package org.cairn.onboarding;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.caller.Tenants;
import org.cairn.onboarding.TrackAlignment.Stale;
import org.jspecify.annotations.Nullable;

/** Finds the learners' tracks that were judged last when they had more steps. */
@Singleton
class StaleStore {

  private static final String FOUND =
      """
      from onboarding_progress p
      join onboarding_track t on (t.tenant_id = :tenant or t.tenant_id = :shared)
        and (t.tenant_id = :tenant) = p.own
        and t.track_key = p.track_key and t.version = p.track_version
      where p.tenant_id = :tenant and p.started_at is not null
        and p.retired_steps <> (select count(*) from jsonb_object_keys(t.retired_steps))
      """;

  private static final SqlText TOTAL = SqlText.of("select count(*) " + FOUND);

  private static final SqlText PAGE =
      SqlText.of(
          "select p.learner_id, p.track_key "
              + FOUND
              + """
              and (:learner::uuid is null
                or (p.learner_id, p.track_key) > (:learner::uuid, :track::text))
              order by p.learner_id, p.track_key limit :limit
              """);

  private final TenantSql sql;

  @Inject
  StaleStore(TenantSql sql) {
    this.sql = sql;
  }

  long total() {
    return sql.with(TOTAL).set("shared", Tenants.SHARED).first(row -> row.getLong(1)).orElse(0L);
  }

  List<Stale> page(@Nullable String after, int limit) {
    String[] key = after == null ? null : after.split(" ", 2);
    return sql.with(PAGE)
        .set("shared", Tenants.SHARED)
        .set("learner", key == null ? null : key[0])
        .set("track", key == null ? "" : key[1])
        .set("limit", limit)
        .list(row -> new Stale(SqlCall.uuid(row, "learner_id"), row.getString("track_key")));
  }
}
