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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairn.caller.Callers;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.caller.Tenants;
import org.jspecify.annotations.Nullable;

/** The aligned definitions. */
@Singleton
class TrackStore {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final SqlText READABLE =
      SqlText.of(
          """
          select tenant_id, track_key, version, active, spec, spec_hash, aligned_at, changed_by,
            retired_steps
          from onboarding_track where tenant_id = :tenant or tenant_id = :shared
          order by track_key, version
          """);

  private static final SqlText LATEST =
      SqlText.of(
          """
          select distinct on (tenant_id, track_key) tenant_id, track_key, version, active, spec,
            spec_hash, aligned_at, changed_by,
            retired_steps
          from onboarding_track where tenant_id = :tenant or tenant_id = :shared
          order by tenant_id, track_key, version desc
          """);

  private static final SqlText ADD =
      SqlText.of(
          """
          insert into onboarding_track
            (tenant_id, track_key, version, spec, spec_hash, active, aligned_at, changed_by)
          values (:tenant, :key, :version, :spec::jsonb, :hash, true, :now, :by)
          on conflict do nothing
          """);

  private static final SqlText RETIRE_STEPS =
      SqlText.of(
          """
          update onboarding_track set retired_steps = (
            select coalesce(jsonb_object_agg(step ->> 'key', :at::text), '{}')
            from jsonb_array_elements(spec -> 'steps') step
            where step ->> 'key' <> all(:steps::text[])) || retired_steps
          where tenant_id = :tenant and track_key = :key
          """);

  private static final SqlText SET_ACTIVE =
      SqlText.of(
          """
          update onboarding_track set active = track_key = any(:keys::text[]), aligned_at = :now,
            changed_by = :by
          where tenant_id = :tenant and active <> (track_key = any(:keys::text[]))
          """);

  private static final SqlText OPEN_OR_CLOSE =
      SqlText.of(
          """
          update onboarding_track set active = :active, aligned_at = :now, changed_by = :by
          where tenant_id = :tenant and track_key = :key and active <> :active
          """);

  private final TenantSql sql;

  @Inject
  TrackStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * A stored version of a definition.
   *
   * @param own whether it is the caller's tenant's
   * @param active whether it has not been retired
   * @param retired since when steps are gone from the newest version, by their keys
   */
  record Stored(
      String key,
      boolean own,
      int version,
      boolean active,
      JsonNode spec,
      String hash,
      Instant alignedAt,
      @Nullable String changedBy,
      Map<String, Instant> retired) {

    Track track() {
      return TrackReader.read(spec, own, version, active, retired);
    }
  }

  /** All versions, of each key and owner in their order. */
  List<Stored> readable() {
    return sql.with(READABLE).set("shared", Tenants.SHARED).list(TrackStore::stored);
  }

  /** The newest versions, by key. */
  List<Stored> latest() {
    return sql.with(LATEST).set("shared", Tenants.SHARED).list(TrackStore::stored);
  }

  /**
   * Adds a version.
   *
   * @return whether the number was free
   */
  boolean add(TrackDefinition definition, int version, Instant now) {
    return sql.with(ADD)
            .set("key", definition.key())
            .set("version", version)
            .set("spec", definition.spec().toString())
            .set("hash", definition.hash())
            .set("now", now)
            .set("by", Callers.current().subject())
            .update()
        > 0;
  }

  /** Retires, in every version, the steps that the newest definition does not have. */
  void retireSteps(TrackDefinition newest, Instant at) {
    sql.with(RETIRE_STEPS)
        .set("key", newest.key())
        .set("steps", newest.steps())
        .set("at", at.toString())
        .update();
  }

  /** Makes these keys' tracks startable and no others. */
  int setActive(Collection<String> keys, Instant now) {
    return sql.with(SET_ACTIVE)
        .set("keys", keys)
        .set("now", now)
        .set("by", Callers.current().subject())
        .update();
  }

  /** Makes a track startable, or not any more. */
  int setActive(String key, boolean active, Instant now) {
    return sql.with(OPEN_OR_CLOSE)
        .set("key", key)
        .set("active", active)
        .set("now", now)
        .set("by", Callers.current().subject())
        .update();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    try {
      Map<String, Instant> retired = new HashMap<>();
      JSON.readTree(row.getString("retired_steps"))
          .properties()
          .forEach(step -> retired.put(step.getKey(), Instant.parse(step.getValue().asText())));
      return new Stored(
          row.getString("track_key"),
          row.getString("tenant_id").equals(Callers.current().tenant()),
          row.getInt("version"),
          row.getBoolean("active"),
          JSON.readTree(row.getString("spec")),
          row.getString("spec_hash"),
          SqlCall.instant(row, "aligned_at"),
          row.getString("changed_by"),
          retired);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
