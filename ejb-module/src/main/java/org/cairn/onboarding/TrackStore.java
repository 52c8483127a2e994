package org.cairn.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.caller.Tenants;

/** The aligned definitions. */
@Singleton
class TrackStore {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of a key that both have, the tenant's own definition comes last. */
  private static final SqlText READABLE =
      SqlText.of(
          """
          select track_key, version, active, spec, spec_hash from onboarding_track
          where tenant_id = :tenant or tenant_id = :shared
          order by tenant_id = :tenant, track_key, version
          """);

  private static final SqlText LATEST =
      SqlText.of(
          """
          select distinct on (track_key) track_key, version, active, spec, spec_hash
          from onboarding_track where tenant_id = :tenant order by track_key, version desc
          """);

  private static final SqlText ADD =
      SqlText.of(
          """
          insert into onboarding_track
            (tenant_id, track_key, version, spec, spec_hash, active, aligned_at)
          values (:tenant, :key, :version, :spec::jsonb, :hash, true, :now)
          on conflict do nothing
          """);

  private static final SqlText SET_ACTIVE =
      SqlText.of(
          """
          update onboarding_track set active = track_key = any(:keys::text[]), aligned_at = :now
          where tenant_id = :tenant and active <> (track_key = any(:keys::text[]))
          """);

  private final TenantSql sql;

  @Inject
  TrackStore(TenantSql sql) {
    this.sql = sql;
  }

  /** A stored version of a definition. */
  record Stored(String key, int version, boolean active, JsonNode spec, String hash) {}

  List<Stored> readable() {
    return sql.with(READABLE).set("shared", Tenants.SHARED).list(TrackStore::stored);
  }

  List<Stored> latestOwn() {
    return sql.with(LATEST).list(TrackStore::stored);
  }

  void add(TrackDefinition definition, int version, Instant now) {
    sql.with(ADD)
        .set("key", definition.key())
        .set("version", version)
        .set("spec", definition.spec().toString())
        .set("hash", definition.hash())
        .set("now", now)
        .update();
  }

  /** Makes these keys' tracks startable and no others. */
  int setActive(Collection<String> keys, Instant now) {
    return sql.with(SET_ACTIVE).set("keys", keys).set("now", now).update();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    try {
      return new Stored(
          row.getString("track_key"),
          row.getInt("version"),
          row.getBoolean("active"),
          JSON.readTree(row.getString("spec")),
          row.getString("spec_hash"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
