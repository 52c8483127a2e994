package org.cairn.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

/** The chain. */
@Singleton
class SealStore {

  /** Tells the locks of this chain from others' of the application. */
  private static final int LOCKS = 20_813;

  private static final String COLUMNS =
      """
      e.tenant_id, e.id, e.at, e.actor, e.roles, e.action, e.operation, e.target_kind,
      e.target_id, e.learner_id, e.outcome, e.problem, e.request_id, e.address,
      e.detail::text as detail, e.xact::text as xact
      """;

  private static final SqlText LOCK =
      SqlText.of("select pg_try_advisory_xact_lock(:locks, hashtext(:tenant)) as taken");

  private static final SqlText HEAD =
      SqlText.of(
          """
          select number, entry_id, entry_xact::text as entry_xact, content, hash, sealed_at
          from audit_seal where tenant_id = :tenant
          order by number desc limit 1
          """);

  /**
   * From the transaction of the last seal on, which may have written more than was sealed with it,
   * up to the first that may still be running.
   */
  private static final SqlText UNSEALED =
      SqlText.of(
          "select "
              + COLUMNS
              + """
              from audit_entry e
              where e.tenant_id = :tenant and e.xact >= :xact::xid8
                and e.xact < pg_snapshot_xmin(pg_current_snapshot())
                and not exists (select from audit_seal s
                  where s.tenant_id = :tenant and s.entry_id = e.id)
              order by e.xact, e.id
              limit :limit
              """);

  private static final SqlText ADD =
      SqlText.of(
          """
          insert into audit_seal (tenant_id, number, entry_id, entry_xact, content, hash, sealed_at)
          select :tenant, s.number, s.entry_id, s.entry_xact, s.content, s.hash, :now
          from unnest(:numbers::bigint[], :ids::uuid[], :xacts::xid8[], :contents::text[],
            :hashes::text[]) as s (number, entry_id, entry_xact, content, hash)
          """);

  private static final SqlText PAGE =
      SqlText.of(
          "select "
              + COLUMNS
              + """
                , s.number, s.entry_id, s.entry_xact::text as entry_xact, s.content, s.hash,
                s.sealed_at
              from audit_seal s
              left join audit_entry e on e.tenant_id = :tenant and e.id = s.entry_id
              where s.tenant_id = :tenant and s.number > :after and s.number <= :last
              order by s.number
              limit :limit
              """);

  private static final SqlText NEVER_SEALED =
      SqlText.of(
          "select "
              + COLUMNS
              + """
              from audit_entry e
              where e.tenant_id = :tenant and e.at < :before
                and not exists (select from audit_seal s
                  where s.tenant_id = :tenant and s.entry_id = e.id)
              order by e.at, e.id
              limit :limit
              """);

  private final TenantSql sql;

  @Inject
  SealStore(TenantSql sql) {
    this.sql = sql;
  }

  /** A seal and the entry that it is for, if that is still there. */
  record Sealed(Seal seal, @Nullable StoredEntry entry) {}

  /** Whether the transaction now is the only one in the cluster that seals for the tenant. */
  boolean lock() {
    return sql.with(LOCK).set("locks", LOCKS).first(row -> row.getBoolean("taken")).orElse(false);
  }

  Optional<Seal> head() {
    return sql.with(HEAD).first(SealStore::seal);
  }

  /** Entries that no running transaction can precede any more, in the order of transactions. */
  List<StoredEntry> unsealed(String fromXact, int limit) {
    return sql.with(UNSEALED).set("xact", fromXact).set("limit", limit).list(SealStore::entry);
  }

  void add(List<Seal> seals, Instant now) {
    sql.with(ADD)
        .setEach("numbers", seals, Seal::number)
        .setEach("ids", seals, Seal::entryId)
        .setEach("xacts", seals, Seal::entryXact)
        .setEach("contents", seals, Seal::content)
        .setEach("hashes", seals, Seal::hash)
        .set("now", now)
        .update();
  }

  List<Sealed> page(long after, long last, int limit) {
    return sql.with(PAGE)
        .set("after", after)
        .set("last", last)
        .set("limit", limit)
        .list(row -> new Sealed(seal(row), row.getObject("id") == null ? null : entry(row)));
  }

  /** Entries that should have been sealed before that time and were not. */
  List<StoredEntry> neverSealed(Instant before, int limit) {
    return sql.with(NEVER_SEALED).set("before", before).set("limit", limit).list(SealStore::entry);
  }

  private static Seal seal(ResultSet row) throws SQLException {
    return new Seal(
        row.getLong("number"),
        SqlCall.uuid(row, "entry_id"),
        row.getString("entry_xact"),
        row.getString("content"),
        row.getString("hash"),
        SqlCall.instant(row, "sealed_at"));
  }

  /** An entry with the hash of every column, in the table's order. */
  private static StoredEntry entry(ResultSet row) throws SQLException {
    Instant at = SqlCall.instant(row, "at");
    String xact = row.getString("xact");
    return StoredEntry.of(
        SqlCall.uuid(row, "id"),
        at,
        xact,
        row.getString("tenant_id"),
        row.getString("id"),
        StoredEntry.micros(at),
        row.getString("actor"),
        Sha256.join((@Nullable String[]) row.getArray("roles").getArray()),
        row.getString("action"),
        row.getString("operation"),
        row.getString("target_kind"),
        row.getString("target_id"),
        row.getString("learner_id"),
        row.getString("outcome"),
        row.getString("problem"),
        row.getString("request_id"),
        row.getString("address"),
        row.getString("detail"),
        xact);
  }
}
