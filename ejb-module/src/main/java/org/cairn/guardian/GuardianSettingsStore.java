package org.cairn.guardian;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Keeps what a district lets guardians see. */
@Singleton
class GuardianSettingsStore {

  private static final SqlText FIND =
      SqlText.of("select * from guardian_settings where tenant_id = :tenant");

  private static final SqlText SAVE =
      SqlText.of(
          """
          insert into guardian_settings (tenant_id, revision, answers_shown, changed_by, changed_at)
          values (:tenant, :revision::integer + 1, :answers, :by, :now)
          on conflict (tenant_id) do update set revision = excluded.revision,
            answers_shown = excluded.answers_shown, changed_by = excluded.changed_by,
            changed_at = excluded.changed_at
          where guardian_settings.revision = :revision
          """);

  private final TenantSql sql;

  @Inject
  GuardianSettingsStore(TenantSql sql) {
    this.sql = sql;
  }

  /** What holds: the defaults where the district has said nothing. */
  GuardianSettingsView find() {
    return sql.with(FIND)
        .first(
            row ->
                new GuardianSettingsView(
                    row.getInt("revision"),
                    row.getBoolean("answers_shown"),
                    row.getString("changed_by")))
        .orElse(GuardianSettingsView.DEFAULT);
  }

  /** Whether they were saved: not where somebody was faster. */
  boolean save(GuardianSettingsView settings, Instant now) {
    return sql.with(SAVE)
            .set("revision", settings.revision())
            .set("answers", settings.answersShown())
            .set("by", settings.changedBy())
            .set("now", now)
            .update()
        == 1;
  }
}
