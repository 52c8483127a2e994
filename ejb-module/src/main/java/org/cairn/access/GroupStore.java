package org.cairn.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.cairn.access.GroupRule.Tie;
import org.cairn.access.VisibleGroup.Kind;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

/** Finds what ties people to groups of learners, in the views that the roster publishes. */
@Singleton
class GroupStore {

  private static final String GRADE =
      """
      (select p.grade from learner_place p
        where p.tenant_id = :tenant and p.learner_id = :viewer and p.active) as grade
      """;

  private static final Map<Kind, SqlText> TIES =
      Map.of(
          Kind.DISTRICT,
          SqlText.of(
              """
              select :place::uuid is null as known, false as teaches, false as administers,
                exists (select from learner_place p where p.tenant_id = :tenant
                  and p.learner_id = :viewer and p.active) as belongs,
              """
                  + GRADE),
          Kind.SCHOOL,
          SqlText.of(
              """
              select
                exists (select from school s
                  where s.tenant_id = :tenant and s.school_id = :place) as known,
                exists (select from learner_place p where p.tenant_id = :tenant
                  and p.learner_id = :viewer and p.active and p.school_id = :place) as belongs,
                exists (select from staff_place w where w.tenant_id = :tenant
                  and w.viewer_id = :viewer and w.school_id = :place and not w.administers)
                or exists (select from teaches t
                  join class_place c on c.tenant_id = :tenant and c.class_id = t.class_id
                  where t.tenant_id = :tenant and t.viewer_id = :viewer
                    and c.school_id = :place) as teaches,
                exists (select from staff_place w where w.tenant_id = :tenant
                  and w.viewer_id = :viewer and w.school_id = :place
                  and w.administers) as administers,
              """
                  + GRADE),
          Kind.CLASS,
          SqlText.of(
              """
              select
                exists (select from class_place c
                  where c.tenant_id = :tenant and c.class_id = :place) as known,
                exists (select from class_student l where l.tenant_id = :tenant
                  and l.learner_id = :viewer and l.class_id = :place) as belongs,
                exists (select from teaches t where t.tenant_id = :tenant
                  and t.viewer_id = :viewer and t.class_id = :place) as teaches,
                exists (select from staff_place w
                  join class_place c on c.tenant_id = :tenant and c.school_id = w.school_id
                  where w.tenant_id = :tenant and w.viewer_id = :viewer
                    and c.class_id = :place and w.administers) as administers,
              """
                  + GRADE));

  private final TenantSql sql;

  @Inject
  GroupStore(TenantSql sql) {
    this.sql = sql;
  }

  Tie tie(UUID viewer, Kind kind, @Nullable UUID place) {
    SqlText text = TIES.get(kind);
    if (text == null) {
      throw new IllegalStateException("No statement for " + kind);
    }
    return sql.with(text)
        .set("viewer", viewer)
        .set("place", place)
        .first(
            row ->
                new Tie(
                    row.getBoolean("known"),
                    row.getBoolean("belongs"),
                    row.getBoolean("teaches"),
                    row.getBoolean("administers"),
                    row.getString("grade")))
        .orElse(Tie.NONE);
  }
}
