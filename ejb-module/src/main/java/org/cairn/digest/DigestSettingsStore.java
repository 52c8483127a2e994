package org.cairn.digest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Instant;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Keeps when a district's guardians are mailed their digest. */
@Singleton
class DigestSettingsStore {

  private static final SqlText FIND =
      SqlText.of("select * from digest_settings where tenant_id = :tenant");

  private static final SqlText SAVE =
      SqlText.of(
          """
          insert into digest_settings (tenant_id, revision, enabled, weekday, hour, changed_by,
            changed_at)
          values (:tenant, :revision::integer + 1, :enabled, :weekday, :hour, :by, :now)
          on conflict (tenant_id) do update set revision = excluded.revision,
            enabled = excluded.enabled, weekday = excluded.weekday, hour = excluded.hour,
            changed_by = excluded.changed_by, changed_at = excluded.changed_at
          where digest_settings.revision = :revision
          """);

  private final TenantSql sql;

  @Inject
  DigestSettingsStore(TenantSql sql) {
    this.sql = sql;
  }

  /** What holds: the defaults where the district has said nothing. */
  DigestSettingsView find() {
    return sql.with(FIND)
        .first(
            row ->
                new DigestSettingsView(
                    row.getInt("revision"),
                    row.getBoolean("enabled"),
                    DayOfWeek.of(row.getInt("weekday")),
                    row.getInt("hour"),
                    MailServer.isConfigured(),
                    row.getString("changed_by")))
        .orElseGet(DigestSettingsView::unchanged);
  }

  /** Whether they were saved: not where somebody was faster. */
  boolean save(DigestSettingsView settings, Instant now) {
    return sql.with(SAVE)
            .set("revision", settings.revision())
            .set("enabled", settings.enabled())
            .set("weekday", settings.weekday().getValue())
            .set("hour", settings.hour())
            .set("by", settings.changedBy())
            .set("now", now)
            .update()
        == 1;
  }
}
