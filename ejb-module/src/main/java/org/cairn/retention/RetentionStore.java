package org.cairn.retention;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

/** Finds and removes what is over; in the removal it is asked again whether it is. */
@Singleton
class RetentionStore {

  /** Rows that are over, by a text that tells them apart. */
  private static final Map<Category, Over> OVER =
      Map.of(
          Category.PAIRING_CODES,
          over(
              "pairing_code",
              "code_hash",
              "tenant_id = :tenant and least(used_at, expires_at) < :before"),
          Category.PAIRING_TRIES,
          over(
              "pairing_try",
              "guardian_id::text",
              """
              tenant_id = :tenant
                and coalesce(greatest(wrong_at, locked_until), '-infinity') < :before
              """),
          Category.REPLAY_DIFFERENCES,
          over(
              "rule_replay_difference",
              "replay_id || '/' || learner_id",
              """
              tenant_id = :tenant and replay_id in (select r.id from rule_replay r
                where r.tenant_id = :tenant and (r.state in ('APPLIED', 'FAILED')
                    or r.state = 'READY' and exists (select from rule_replay other
                      where other.tenant_id = :tenant and other.id <> r.id
                        and other.apply_requested_at >= r.requested_at))
                  and coalesce(r.applied_at, r.ready_at, r.requested_at) < :before)
              """),
          Category.JOURNEY_DEVICES,
          over(
              "journey_device",
              "learner_id || '/' || device_id",
              "tenant_id = :tenant and last_seen_at < :before"),
          Category.PROGRESS_DEVICES,
          over(
              "progress_device",
              "learner_id || '/' || client_id",
              "tenant_id = :tenant and synced_at < :before"),
          Category.LEDGER_FINDINGS,
          over(
              "ledger_finding",
              "learner_id || '/' || code",
              "tenant_id = :tenant and gone_at < :before"),
          Category.PROGRESS_FINDINGS,
          over(
              "progress_finding",
              "learner_id || '/' || code",
              "tenant_id = :tenant and gone_at < :before"),
          Category.ROSTER_ERRORS,
          over(
              "roster_error",
              "import_id || '/' || kind || '/' || line || '/' || field",
              """
              tenant_id = :tenant and import_id in (select i.id from roster_import i
                where i.tenant_id = :tenant and i.finished_at < :before)
              """));

  private final TenantSql sql;

  @Inject
  RetentionStore(TenantSql sql) {
    this.sql = sql;
  }

  /** The statements of a category. */
  private record Over(SqlText count, SqlText page, SqlText remove) {}

  private static Over over(String table, String key, String condition) {
    return new Over(
        SqlText.of("select count(*) as found from " + table + " where " + condition),
        SqlText.of(
            "select "
                + key
                + " as key from "
                + table
                + " where "
                + condition
                + " and ("
                + key
                + ") collate \"C\" > :after order by ("
                + key
                + ") collate \"C\" limit :limit"),
        SqlText.of(
            "delete from "
                + table
                + " where "
                + condition
                + " and ("
                + key
                + ") = any(:keys::text[])"));
  }

  long total(Category category, Instant before) {
    return call(of(category).count(), before).first(row -> row.getLong("found")).orElse(0L);
  }

  List<String> page(Category category, Instant before, @Nullable String after, int limit) {
    return call(of(category).page(), before)
        .set("after", after == null ? "" : after)
        .set("limit", limit)
        .list(row -> row.getString("key"));
  }

  int remove(Category category, Instant before, List<String> keys) {
    return call(of(category).remove(), before).set("keys", keys).update();
  }

  private SqlCall call(SqlText text, Instant before) {
    return sql.with(text).set("before", before);
  }

  private static Over of(Category category) {
    return Objects.requireNonNull(OVER.get(category));
  }
}
