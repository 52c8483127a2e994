package org.cairn.gamification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Sums of the ledger by what caused its rows. */
@Singleton
class EarnedStore {

  private static final SqlText BY_EVENTS =
      SqlText.of(
          """
          select coalesce(sum(amount), 0) from xp_transaction
          where tenant_id = :tenant and learner_id = :learner and event_id = any(:events::text[])
          """);

  private final TenantSql sql;

  @Inject
  EarnedStore(TenantSql sql) {
    this.sql = sql;
  }

  long by(VisibleLearner learner, Collection<String> events) {
    return sql.with(BY_EVENTS)
        .set("learner", learner.id())
        .set("events", events)
        .first(row -> row.getLong(1))
        .orElse(0L);
  }
}
