package org.cairn.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.gamification.Rejudging.Difference;
import org.jspecify.annotations.Nullable;

/** What replays change for whom; written chunk by chunk, with the counts of the replay. */
@Singleton
class DifferenceStore {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Integer>> CHANGES = new TypeReference<>() {};

  private static final SqlText ADD =
      SqlText.of(
          """
          with added as (
            insert into rule_replay_difference (tenant_id, replay_id, learner_id, cut,
              lifetime_before, lifetime_after, balance_before, balance_after, waived, changed_rows,
              changes)
            select :tenant, :replay, d.* from unnest(:learners::uuid[], :cuts::bigint[],
              :lifetimesBefore::bigint[], :lifetimesAfter::bigint[], :balancesBefore::bigint[],
              :balancesAfter::bigint[], :waived::bigint[], :rows::integer[], :changes::jsonb[]) d
            on conflict do nothing
            returning lifetime_after - lifetime_before as up, changed_rows
          )
          update rule_replay r set judged = r.judged + :judged, changed = r.changed + a.changed,
            xp_up = r.xp_up + a.up, xp_down = r.xp_down + a.down
          from (
            select count(*) filter (where changed_rows > 0) as changed,
              coalesce(sum(greatest(up, 0)), 0) as up, coalesce(sum(greatest(-up, 0)), 0) as down
            from added
          ) a
          where r.tenant_id = :tenant and r.id = :replay
          """);

  private static final SqlText OPEN =
      SqlText.of(
          """
          select learner_id from rule_replay_difference
          where tenant_id = :tenant and replay_id = :replay and applied_at is null
            and (:after::uuid is null or learner_id > :after::uuid)
          order by learner_id limit :limit
          """);

  private static final SqlText COUNT_OPEN =
      SqlText.of(
          """
          select count(*) from rule_replay_difference
          where tenant_id = :tenant and replay_id = :replay and applied_at is null
          """);

  /** What is taken is applied in this transaction, or by nobody. */
  private static final SqlText TAKE =
      SqlText.of(
          """
          with taken as (
            update rule_replay_difference set applied_at = :now
            where tenant_id = :tenant and replay_id = :replay and applied_at is null
              and learner_id = any(:learners::uuid[])
            returning *
          ), counted as (
            update rule_replay r set applied = r.applied
              + (select count(*) from taken where changed_rows > 0)
            where r.tenant_id = :tenant and r.id = :replay
          )
          select * from taken
          """);

  private static final SqlText PAGE =
      SqlText.of(
          """
          select * from rule_replay_difference
          where tenant_id = :tenant and replay_id = :replay and changed_rows > 0
            and (:after::uuid is null or learner_id > :after::uuid)
          order by learner_id limit :limit
          """);

  private final TenantSql sql;

  @Inject
  DifferenceStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Keeps what was found for some learners.
   *
   * @param judged how many were looked at
   */
  void add(UUID replay, int judged, List<Difference> found) {
    sql.with(ADD)
        .set("replay", replay)
        .set("judged", judged)
        .setEach("learners", found, Difference::learnerId)
        .setEach("cuts", found, Difference::cut)
        .setEach("lifetimesBefore", found, Difference::lifetimeBefore)
        .setEach("lifetimesAfter", found, Difference::lifetimeAfter)
        .setEach("balancesBefore", found, Difference::balanceBefore)
        .setEach("balancesAfter", found, Difference::balanceAfter)
        .setEach("waived", found, Difference::waived)
        .setEach("rows", found, difference -> difference.changes().size())
        .setEach("changes", found, difference -> write(difference.changes()))
        .update();
  }

  /** Learners for whom a replay is not applied yet, in the order of their ids, behind one. */
  List<UUID> open(UUID replay, @Nullable String after, int limit) {
    return sql.with(OPEN)
        .set("replay", replay)
        .set("after", after)
        .set("limit", limit)
        .list(row -> SqlCall.uuid(row, "learner_id"));
  }

  long open(UUID replay) {
    return sql.with(COUNT_OPEN).set("replay", replay).first(row -> row.getLong(1)).orElse(0L);
  }

  /** Marks as applied what was not, and answers it. */
  List<Difference> take(UUID replay, Collection<UUID> learners, Instant now) {
    return sql.with(TAKE)
        .set("replay", replay)
        .set("learners", learners)
        .set("now", now)
        .list(DifferenceStore::difference);
  }

  List<ReplayView.Difference> page(UUID replay, @Nullable String after, int limit) {
    return sql.with(PAGE)
        .set("replay", replay)
        .set("after", after)
        .set("limit", limit)
        .list(DifferenceStore::view);
  }

  private static Difference difference(ResultSet row) throws SQLException {
    return new Difference(
        SqlCall.uuid(row, "learner_id"),
        row.getLong("cut"),
        row.getLong("lifetime_before"),
        row.getLong("lifetime_after"),
        row.getLong("balance_before"),
        row.getLong("balance_after"),
        row.getLong("waived"),
        read(row.getString("changes")));
  }

  private static ReplayView.Difference view(ResultSet row) throws SQLException {
    return new ReplayView.Difference(
        SqlCall.uuid(row, "learner_id"),
        row.getLong("cut"),
        row.getLong("lifetime_before"),
        row.getLong("lifetime_after"),
        row.getLong("balance_before"),
        row.getLong("balance_after"),
        row.getLong("waived"),
        row.getInt("changed_rows"),
        SqlCall.instantOrNull(row, "applied_at"));
  }

  private static String write(Map<String, Integer> changes) {
    try {
      return JSON.writeValueAsString(changes);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Integer> read(String changes) {
    try {
      return JSON.readValue(changes, CHANGES);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
