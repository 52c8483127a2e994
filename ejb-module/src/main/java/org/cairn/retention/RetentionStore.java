package org.cairn.retention;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

/**
 * Finds and removes what is over; in the removal it is asked again whether it is. Rows are told
 * apart by what follows the tenant in their table's primary key, as an array of JSON, and found by
 * it: a page costs what it holds, however many rows there are.
 */
@Singleton
class RetentionStore {

  /**
   * Rows are found by their primary key alone. PostgreSQL takes row-level security to leave one row
   * of two hundred, and would read and sort the whole table for each page. For the same reason
   * {@code offset 0} below has what a row belongs to asked for row by row, and not the other way
   * round.
   */
  private static final SqlText BY_KEY =
      SqlText.of(
          """
          select set_config('enable_seqscan', 'off', true),
            set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true),
            set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)
          """);

  private static final Map<Category, Over> OVER =
      Map.of(
          Category.PAIRING_CODES,
          over(
              "pairing_code",
              "code_hash text",
              "tenant_id = :tenant and least(used_at, expires_at) < :before"),
          Category.PAIRING_TRIES,
          over(
              "pairing_try",
              "guardian_id uuid",
              """
              tenant_id = :tenant
                and coalesce(greatest(wrong_at, locked_until), '-infinity') < :before
              """),
          Category.REPLAY_DIFFERENCES,
          over(
              "rule_replay_difference",
              "replay_id uuid, learner_id uuid",
              """
              tenant_id = :tenant and exists (select from rule_replay r
                where r.tenant_id = :tenant and r.id = rule_replay_difference.replay_id
                  and (r.state in ('APPLIED', 'FAILED')
                    or r.state = 'READY' and exists (select from rule_replay other
                      where other.tenant_id = :tenant and other.id <> r.id
                        and other.apply_requested_at >= r.requested_at))
                  and coalesce(r.applied_at, r.ready_at, r.requested_at) < :before
                offset 0)
              """),
          Category.JOURNEY_DEVICES,
          over(
              "journey_device",
              "learner_id uuid, device_id text",
              "tenant_id = :tenant and last_seen_at < :before"),
          Category.PROGRESS_DEVICES,
          over(
              "progress_device",
              "learner_id uuid, client_id text",
              "tenant_id = :tenant and synced_at < :before"),
          Category.LEDGER_FINDINGS,
          over(
              "ledger_finding",
              "learner_id uuid, code text",
              "tenant_id = :tenant and gone_at < :before"),
          Category.PROGRESS_FINDINGS,
          over(
              "progress_finding",
              "learner_id uuid, code text",
              "tenant_id = :tenant and gone_at < :before"),
          Category.ROSTER_ERRORS,
          over(
              "roster_error",
              "import_id uuid, kind text, line bigint, field text",
              """
              tenant_id = :tenant and exists (select from roster_import i
                where i.tenant_id = :tenant and i.id = roster_error.import_id
                  and i.finished_at < :before
                offset 0)
              """));

  private final TenantSql sql;

  @Inject
  RetentionStore(TenantSql sql) {
    this.sql = sql;
  }

  /** The statements of a category. */
  private record Over(SqlText count, SqlText first, SqlText next, SqlText remove) {}

  /** {@code key} has columns with their types. */
  private static Over over(String table, String key, String condition) {
    String columns = key.replaceAll(" \\w+(,|$)", "$1");
    String where = " from " + table + " where " + condition;
    String found = "select json_build_array(" + columns + ")::text as key" + where;
    String order = " order by " + columns + " limit :limit";
    return new Over(
        SqlText.of("select count(*) as found" + where),
        SqlText.of(found + order),
        SqlText.of(
            found
                + " and ("
                + columns
                + ") > ("
                + values(key, ":after::json", false)
                + ")"
                + order),
        SqlText.of(
            "with gone as materialized (select "
                + values(key, "k", true)
                + " from unnest(:keys::json[]) as k) delete from "
                + table
                + " using gone where "
                + condition
                + " and ("
                + columns
                + ") = ("
                + columns.replaceAll("(\\w+)", "gone.gone_$1")
                + ")"));
  }

  /** What an array of JSON has for each column. */
  private static String values(String key, String array, boolean isNamed) {
    List<String> values = new ArrayList<>();
    for (String column : key.split(", ", -1)) {
      String[] parts = column.split(" ", -1);
      String value = "(" + array + " ->> " + values.size() + ")::" + parts[1];
      values.add(isNamed ? value + " as gone_" + parts[0] : value);
    }
    return String.join(", ", values);
  }

  long total(Category category, Instant before) {
    return call(of(category).count(), before).first(row -> row.getLong("found")).orElse(0L);
  }

  List<String> page(Category category, Instant before, @Nullable String after, int limit) {
    Over over = of(category);
    sql.with(BY_KEY).list(row -> true);
    SqlCall page =
        after == null ? call(over.first(), before) : call(over.next(), before).set("after", after);
    return page.set("limit", limit).list(row -> row.getString("key"));
  }

  int remove(Category category, Instant before, List<String> keys) {
    sql.with(BY_KEY).list(row -> true);
    return call(of(category).remove(), before).set("keys", keys).update();
  }

  private SqlCall call(SqlText text, Instant before) {
    return sql.with(text).set("before", before);
  }

  private static Over of(Category category) {
    return Objects.requireNonNull(OVER.get(category));
  }
}
