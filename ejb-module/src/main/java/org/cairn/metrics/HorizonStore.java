package org.cairn.metrics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.metrics.FeedHorizon.Look;

@Singleton
class HorizonStore {

  private static final SqlText LOOK =
      SqlText.of(
          """
          select pg_snapshot_xmin(s)::text::bigint as oldest,
            pg_snapshot_xmax(s)::text::bigint as next
          from pg_current_snapshot() s
          """);

  private final TenantSql sql;

  @Inject
  HorizonStore(TenantSql sql) {
    this.sql = sql;
  }

  Look look(Instant now) {
    return sql.with(LOOK)
        .first(row -> new Look(now, row.getLong("oldest"), row.getLong("next")))
        .orElseThrow();
  }
}
