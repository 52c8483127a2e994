package org.cairn.gamification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.Callers;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.caller.Tenants;

/** Versions of the rules, and from when they hold; both are only ever added to. */
@Singleton
class RuleStore {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The tenant's own come first, of each the newest. */
  private static final SqlText READABLE =
      SqlText.of(
          """
          select tenant_id, version, spec, spec_hash, created_at, created_by from rule_set
          where tenant_id = :tenant or tenant_id = :shared
          order by tenant_id <> :tenant, version desc
          """);

  private static final SqlText STARTS =
      SqlText.of(
          """
          select tenant_id, owner_id, version, starts_at, null::timestamptz as before
          from rule_activation
          where tenant_id = :tenant or tenant_id = :shared
          union all
          select tenant_id, owner_id, version, applied_at, before
          from rule_replayed where tenant_id = :tenant
          order by starts_at
          """);

  private static final SqlText ADD =
      SqlText.of(
          """
          insert into rule_set (tenant_id, version, spec, spec_hash, created_at, created_by)
          values (:tenant, :version, :spec::jsonb, :hash, :now, :by)
          on conflict do nothing
          """);

  private static final SqlText START =
      SqlText.of(
          """
          insert into rule_activation
            (tenant_id, starts_at, owner_id, version, activated_at, activated_by)
          values (:tenant, :start, :owner, :version, :now, :by)
          on conflict do nothing
          """);

  private static final SqlText REPLAY =
      SqlText.of(
          """
          insert into rule_replayed (tenant_id, replay_id, owner_id, version, before, applied_at)
          values (:tenant, :replay, :owner, :version, :before, :now)
          on conflict do nothing
          """);

  private final TenantSql sql;

  @Inject
  RuleStore(TenantSql sql) {
    this.sql = sql;
  }

  List<StoredRuleSet> readable() {
    return sql.with(READABLE).set("shared", Tenants.SHARED).list(RuleStore::stored);
  }

  List<RuleBook.Start> starts() {
    String tenant = Callers.current().tenant();
    return sql.with(STARTS)
        .set("shared", Tenants.SHARED)
        .list(
            row ->
                new RuleBook.Start(
                    row.getString("tenant_id").equals(tenant),
                    SqlCall.instant(row, "starts_at"),
                    StoredRuleSet.name(row.getString("owner_id"), row.getInt("version")),
                    SqlCall.instantOrNull(row, "before")));
  }

  /**
   * Adds a version of the tenant's own.
   *
   * @return whether the number was free
   */
  boolean add(int version, JsonNode spec, String hash, String by, Instant now) {
    return sql.with(ADD)
            .set("version", version)
            .set("spec", spec.toString())
            .set("hash", hash)
            .set("by", by)
            .set("now", now)
            .update()
        == 1;
  }

  /**
   * Has a version hold from a time on.
   *
   * @return whether no other starts at the same time
   */
  boolean start(StoredRuleSet rules, Instant start, String by, Instant now) {
    return sql.with(START)
            .set("owner", rules.owner())
            .set("version", rules.number())
            .set("start", start)
            .set("by", by)
            .set("now", now)
            .update()
        == 1;
  }

  /** Has a version hold for all that took effect before a time, as a replay has judged it. */
  void replay(UUID replay, StoredRuleSet rules, Instant before, Instant now) {
    sql.with(REPLAY)
        .set("replay", replay)
        .set("owner", rules.owner())
        .set("version", rules.number())
        .set("before", before)
        .set("now", now)
        .update();
  }

  private static StoredRuleSet stored(ResultSet row) throws SQLException {
    try {
      return new StoredRuleSet(
          row.getString("tenant_id"),
          row.getInt("version"),
          JSON.readTree(row.getString("spec")),
          row.getString("spec_hash"),
          SqlCall.instant(row, "created_at"),
          row.getString("created_by"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
