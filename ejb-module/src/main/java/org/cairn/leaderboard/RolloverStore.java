package org.cairn.leaderboard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.leaderboard.StreakRollover.Shown;
import org.jspecify.annotations.Nullable;

/** Reads and changes what entries say of streaks. */
@Singleton
class RolloverStore {

  /** Learners of no school are looked at in every zone. */
  private static final String OF_ZONE =
      """
       from leaderboard_entry e
      left join schooling s on s.tenant_id = :tenant and s.learner_id = e.learner_id
      where e.tenant_id = :tenant and (e.streak > 0 or e.streak_until > :since)
        and coalesce(s.zone, :zone) = :zone
      """;

  private static final SqlText TOTAL = SqlText.of("select count(*)" + OF_ZONE);

  private static final SqlText PAGE =
      SqlText.of(
          "select e.learner_id, e.streak, e.streak_until"
              + OF_ZONE
              + """
                 and (:after::uuid is null or e.learner_id > :after::uuid)
                order by e.learner_id limit :limit
                """);

  /** Locked in the order of learners, as batches of events lock them. */
  private static final SqlText CHANGE =
      SqlText.of(
          """
          with wanted as materialized (
            select * from unnest(:learners::uuid[], :seen::bigint[], :seenUntil::timestamptz[],
              :days::bigint[], :until::timestamptz[])
              w (learner_id, seen, seen_until, days, until)
          ), locked as materialized (
            select e.learner_id from leaderboard_entry e
            join wanted w on w.learner_id = e.learner_id
            where e.tenant_id = :tenant and e.streak = w.seen and e.streak_until = w.seen_until
            order by e.learner_id for update of e
          )
          update leaderboard_entry e set streak = w.days, streak_until = w.until
          from wanted w join locked l on l.learner_id = w.learner_id
          where e.tenant_id = :tenant and e.learner_id = w.learner_id
          """);

  private final TenantSql sql;

  @Inject
  RolloverStore(TenantSql sql) {
    this.sql = sql;
  }

  long total(String zone, Instant since) {
    return of(TOTAL, zone, since).first(row -> row.getLong(1)).orElse(0L);
  }

  List<Shown> page(String zone, Instant since, @Nullable String after, int limit) {
    return of(PAGE, zone, since)
        .set("after", after)
        .set("limit", limit)
        .list(
            row ->
                new Shown(
                    SqlCall.uuid(row, "learner_id"),
                    row.getLong("streak"),
                    SqlCall.instant(row, "streak_until")));
  }

  /** Changes those that still say what was read. */
  void change(List<Shown> before, List<Shown> after) {
    if (!before.isEmpty()) {
      sql.with(CHANGE)
          .setEach("learners", before, Shown::learnerId)
          .setEach("seen", before, Shown::days)
          .setEach("seenUntil", before, Shown::until)
          .setEach("days", after, Shown::days)
          .setEach("until", after, Shown::until)
          .update();
    }
  }

  private SqlCall of(SqlText text, String zone, Instant since) {
    return sql.with(text).set("zone", zone).set("since", since);
  }
}
