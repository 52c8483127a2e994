package org.cairn.support;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.cairn.access.ActingLearner;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Keeps when learners' devices last told of something. */
@Singleton
class PresenceStore {

  private static final SqlText SEEN =
      SqlText.of(
          """
          insert into learner_presence as present (tenant_id, learner_id, active_at)
          values (:tenant, :learner, :at)
          on conflict (tenant_id, learner_id) do update set active_at = excluded.active_at
          where present.tenant_id = :tenant and present.active_at < excluded.active_at
          """);

  private final TenantSql sql;

  @Inject
  PresenceStore(TenantSql sql) {
    this.sql = sql;
  }

  /** An earlier time changes nothing. */
  void seen(ActingLearner learner, Instant at) {
    sql.with(SEEN).set("learner", learner.id()).set("at", at).update();
  }
}
