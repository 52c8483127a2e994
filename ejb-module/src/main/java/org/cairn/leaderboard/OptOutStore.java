package org.cairn.leaderboard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Keeps who wants to be on no board. */
@Singleton
class OptOutStore {

  private static final SqlText FIND =
      SqlText.of(
          """
          select by_learner, since from leaderboard_opt_out
          where tenant_id = :tenant and learner_id = :learner
          """);

  private static final SqlText PUT =
      SqlText.of(
          """
          insert into leaderboard_opt_out (tenant_id, learner_id, by_learner, since)
          values (:tenant, :learner, :byLearner, :now)
          on conflict (tenant_id, learner_id) do update set by_learner = excluded.by_learner
          where leaderboard_opt_out.by_learner and not excluded.by_learner
          """);

  private static final SqlText REMOVE =
      SqlText.of(
          "delete from leaderboard_opt_out where tenant_id = :tenant and learner_id = :learner");

  /** Nobody's trend is told by whoever has left. */
  private static final SqlText FORGET =
      SqlText.of(
          "delete from leaderboard_standing where tenant_id = :tenant and learner_id = :learner");

  private final TenantSql sql;

  @Inject
  OptOutStore(TenantSql sql) {
    this.sql = sql;
  }

  Optional<OptOutView> find(VisibleLearner learner) {
    return sql.with(FIND)
        .set("learner", learner.id())
        .first(
            row ->
                new OptOutView(true, row.getBoolean("by_learner"), SqlCall.instant(row, "since")));
  }

  /** Whether anything changed: what others decided outlasts what the learner decides. */
  boolean put(VisibleLearner learner, Instant now) {
    sql.with(FORGET).set("learner", learner.id()).update();
    return sql.with(PUT)
            .set("learner", learner.id())
            .set("byLearner", learner.isSelf())
            .set("now", now)
            .update()
        == 1;
  }

  void remove(VisibleLearner learner) {
    sql.with(REMOVE).set("learner", learner.id()).update();
  }
}
