package org.cairn.support;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Keeps a district's settings of support. */
@Singleton
class SupportSettingsStore {

  private static final SqlText FIND =
      SqlText.of("select * from support_settings where tenant_id = :tenant");

  private static final SqlText SAVE =
      SqlText.of(
          """
          insert into support_settings (tenant_id, revision, approval_required,
            inactive_school_days, score_drop, changed_by, changed_at)
          values (:tenant, :revision::integer + 1, :approval, :days, :drop, :by, :now)
          on conflict (tenant_id) do update set revision = excluded.revision,
            approval_required = excluded.approval_required,
            inactive_school_days = excluded.inactive_school_days,
            score_drop = excluded.score_drop, changed_by = excluded.changed_by,
            changed_at = excluded.changed_at
          where support_settings.revision = :revision
          """);

  private final TenantSql sql;

  @Inject
  SupportSettingsStore(TenantSql sql) {
    this.sql = sql;
  }

  /** What holds: the defaults where the district has said nothing. */
  SupportSettingsView find() {
    return sql.with(FIND)
        .first(
            row ->
                new SupportSettingsView(
                    row.getInt("revision"),
                    row.getBoolean("approval_required"),
                    row.getInt("inactive_school_days"),
                    row.getInt("score_drop"),
                    row.getString("changed_by")))
        .orElse(SupportSettingsView.DEFAULT);
  }

  /** Whether they were saved: not where somebody was faster. */
  boolean save(SupportSettingsView settings, Instant now) {
    return sql.with(SAVE)
            .set("revision", settings.revision())
            .set("approval", settings.approvalRequired())
            .set("days", settings.inactiveSchoolDays())
            .set("drop", settings.scoreDrop())
            .set("by", settings.changedBy())
            .set("now", now)
            .update()
        == 1;
  }
}
