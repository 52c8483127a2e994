package org.cairn.leaderboard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Keeps a district's settings of boards. */
@Singleton
class SettingsStore {

  private static final SqlText FIND =
      SqlText.of("select * from leaderboard_settings where tenant_id = :tenant");

  private static final SqlText SAVE =
      SqlText.of(
          """
          insert into leaderboard_settings (tenant_id, revision, enabled, minimum_group,
            schools_off, classes_off, changed_at)
          values (:tenant, :revision::integer + 1, :enabled, :minimum, :schools::uuid[],
            :classes::uuid[], :now)
          on conflict (tenant_id) do update set revision = excluded.revision,
            enabled = excluded.enabled, minimum_group = excluded.minimum_group,
            schools_off = excluded.schools_off, classes_off = excluded.classes_off,
            changed_at = excluded.changed_at
          where leaderboard_settings.revision = :revision
          """);

  private static final SqlText SCHOOLS =
      SqlText.of(
          """
          select school_id as id from school
          where tenant_id = :tenant and school_id = any(:ids::uuid[])
          """);

  private static final SqlText CLASSES =
      SqlText.of(
          """
          select class_id as id from class_place
          where tenant_id = :tenant and class_id = any(:ids::uuid[])
          """);

  private final TenantSql sql;

  @Inject
  SettingsStore(TenantSql sql) {
    this.sql = sql;
  }

  /** What holds: the safe defaults where the district has said nothing. */
  LeaderboardSettingsView find() {
    return sql.with(FIND)
        .first(
            row ->
                new LeaderboardSettingsView(
                    row.getInt("revision"),
                    row.getBoolean("enabled"),
                    row.getInt("minimum_group"),
                    ids(row.getArray("schools_off")),
                    ids(row.getArray("classes_off"))))
        .orElse(LeaderboardSettingsView.DEFAULT);
  }

  /** Whether they were saved: not where somebody was faster. */
  boolean save(LeaderboardSettingsView settings, Instant now) {
    return sql.with(SAVE)
            .set("revision", settings.revision())
            .set("enabled", settings.enabled())
            .set("minimum", settings.minimumGroup())
            .set("schools", settings.schoolsOff())
            .set("classes", settings.classesOff())
            .set("now", now)
            .update()
        == 1;
  }

  /** Those of the ids that are active schools. */
  List<UUID> schools(Collection<UUID> ids) {
    return known(SCHOOLS, ids);
  }

  /** Those of the ids that are active classes. */
  List<UUID> classes(Collection<UUID> ids) {
    return known(CLASSES, ids);
  }

  private List<UUID> known(SqlText text, Collection<UUID> ids) {
    return sql.with(text).set("ids", ids).list(row -> row.getObject("id", UUID.class));
  }

  private static List<UUID> ids(Array array) throws SQLException {
    return Stream.of((UUID[]) array.getArray()).toList();
  }
}
