package org.cairn.leaderboard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cairn.access.VisibleGroup;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Reads what a board is seen by, and the key of its pseudonyms. */
@Singleton
class SurroundingsStore {

  private static final SqlText READ =
      SqlText.of(
          """
          select today.day, own.school_id as own_school, place.school_id,
            (select coalesce(max(t.start_date), '-infinity'::date) from term_start t
              where t.tenant_id = :tenant and t.start_date <= today.day) as term
          from (
            select coalesce((select c.school_id from class_place c
              where c.tenant_id = :tenant and c.class_id = :place), :place) as school_id
          ) place
          left join learner_place own on own.tenant_id = :tenant and own.learner_id = :learner
          cross join lateral (
            select (:now::timestamptz at time zone coalesce(
              (select s.zone from schooling s
                where s.tenant_id = :tenant and s.learner_id = :learner),
              (select s.zone from school s
                where s.tenant_id = :tenant and s.school_id = place.school_id),
              (select s.zone from school s where s.tenant_id = :tenant and s.zone is not null
                order by s.school_id limit 1),
              'UTC'))::date as day
          ) today
          """);

  private static final SqlText KEY =
      SqlText.of("select key from leaderboard_key where tenant_id = :tenant and term = :term");

  private static final SqlText ADD_KEY =
      SqlText.of(
          """
          insert into leaderboard_key (tenant_id, term, key) values (:tenant, :term, :key)
          on conflict do nothing
          """);

  private final TenantSql sql;

  @Inject
  SurroundingsStore(TenantSql sql) {
    this.sql = sql;
  }

  Surroundings read(VisibleGroup group, Instant now) {
    VisibleLearner self = group.self();
    return sql.with(READ)
        .set("place", group.place())
        .set("learner", self == null ? null : self.id())
        .set("now", now)
        .first(
            row ->
                new Surroundings(
                    row.getObject("term", LocalDate.class),
                    row.getObject("day", LocalDate.class),
                    SqlCall.uuid(row, "own_school"),
                    SqlCall.uuid(row, "school_id")))
        .orElseThrow();
  }

  /** The key of a term, if it has one. */
  Optional<String> key(VisibleGroup group, LocalDate term) {
    return sql.with(KEY).set("term", term).first(row -> row.getString("key"));
  }

  /** Gives the term this key, unless somebody was faster. */
  void addKey(VisibleGroup group, LocalDate term, String key) {
    sql.with(ADD_KEY).set("term", term).set("key", key).update();
  }
}
