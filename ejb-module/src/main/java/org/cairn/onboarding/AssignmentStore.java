package org.cairn.onboarding;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.Audience;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.onboarding.TrackAssignments.AssignmentDraft;
import org.cairn.onboarding.TrackAssignments.AssignmentView;
import org.cairn.shared.Ids;
import org.jspecify.annotations.Nullable;

/** Who is to walk which track by when. */
@Singleton
class AssignmentStore {

  private static final SqlText PAGE =
      SqlText.of(
          """
          select a.* from onboarding_assignment a
          where a.tenant_id = :tenant and (:all or a.class_id = :audience::uuid)
            and (:all or a.learner_id is null or exists (
              select from attends s where s.tenant_id = :tenant and s.class_id = a.class_id
                and s.learner_id = a.learner_id))
            and (:track::text is null or a.track_key = :track::text)
            and (:after::uuid is null or a.id > :after::uuid)
          order by a.id limit :limit
          """);

  private static final SqlText PUT =
      SqlText.of(
          """
          insert into onboarding_assignment as a (tenant_id, id, level, track_key, class_id, grade,
            learner_id, due_at, assigned_at)
          values (:tenant, :id, :level, :track, :class::uuid, :grade::text, :learner::uuid, :due,
            :now)
          on conflict (tenant_id, track_key, level, class_id, grade, learner_id)
          do update set due_at = excluded.due_at, assigned_at = excluded.assigned_at
          where a.tenant_id = :tenant and a.due_at <> excluded.due_at
          """);

  private static final SqlText FIND =
      SqlText.of(
          """
          select a.* from onboarding_assignment a
          where a.tenant_id = :tenant and a.level = :level and a.track_key = :track
            and a.class_id is not distinct from :class::uuid
            and a.grade is not distinct from :grade::text
            and a.learner_id is not distinct from :learner::uuid
          """);

  private static final SqlText REMOVE =
      SqlText.of(
          """
          delete from onboarding_assignment a
          where a.tenant_id = :tenant and a.id = :id
            and (:all or (a.class_id = :audience::uuid and a.level = 'CLASS'))
          returning a.*
          """);

  private static final SqlText REACHES =
      SqlText.of(
          """
          select true from person p
          where p.tenant_id = :tenant and p.id = :learner and (:all or exists (
            select from attends s where s.tenant_id = :tenant and s.class_id = :audience::uuid
              and s.learner_id = :learner))
          """);

  private static final SqlText HAS_CLASS =
      SqlText.of("select true from class_today where tenant_id = :tenant and id = :class");

  private static final SqlText DUE =
      SqlText.of(
          """
          select a.track_key, min(a.due_at) as due_at from onboarding_assignment a
          where a.tenant_id = :tenant
            and (a.learner_id is null or a.learner_id = :learner)
            and (a.class_id is null or a.class_id in (
              select s.class_id from attends s
              where s.tenant_id = :tenant and s.learner_id = :learner))
            and (a.grade is null or a.grade = (
              select p.grade from person p where p.tenant_id = :tenant and p.id = :learner))
          group by a.track_key
          """);

  private final TenantSql sql;

  @Inject
  AssignmentStore(TenantSql sql) {
    this.sql = sql;
  }

  List<AssignmentView> page(
      Audience audience, @Nullable String track, @Nullable String after, int limit) {
    return in(PAGE, audience)
        .set("track", track)
        .set("after", after)
        .set("limit", limit)
        .list(AssignmentStore::view);
  }

  /** Whether anything is another than before. */
  boolean put(Audience audience, AssignmentDraft draft, Instant now) {
    return natural(sql.with(PUT), audience, draft)
            .set("id", Ids.next())
            .set("due", draft.dueAt())
            .set("now", now)
            .update()
        > 0;
  }

  Optional<AssignmentView> find(Audience audience, AssignmentDraft draft) {
    return natural(sql.with(FIND), audience, draft).first(AssignmentStore::view);
  }

  Optional<AssignmentView> remove(Audience audience, UUID id) {
    return in(REMOVE, audience).set("id", id).first(AssignmentStore::view);
  }

  /** Whether the person is one of the audience. */
  boolean reaches(Audience audience, UUID learner) {
    return in(REACHES, audience).set("learner", learner).first(row -> true).orElse(false);
  }

  /** Whether the audience's district has such a class that is not over. */
  boolean hasClass(Audience audience, UUID classId) {
    return audience.classId() == null
        && sql.with(HAS_CLASS).set("class", classId).first(row -> true).orElse(false);
  }

  /** What is assigned to a learner, by track: the earliest due time. */
  Map<String, Instant> due(VisibleLearner learner) {
    Map<String, Instant> due = new HashMap<>();
    sql.with(DUE)
        .set("learner", learner.id())
        .list(row -> due.put(row.getString("track_key"), SqlCall.instant(row, "due_at")));
    return due;
  }

  private SqlCall in(SqlText text, Audience audience) {
    return sql.with(text)
        .set("all", audience.classId() == null)
        .set("audience", audience.classId());
  }

  /** What tells one assignment from another. */
  private static SqlCall natural(SqlCall call, Audience audience, AssignmentDraft draft) {
    UUID audienceClass = audience.classId();
    return call.set("level", audienceClass == null ? "DISTRICT" : "CLASS")
        .set("track", draft.trackKey())
        .set("class", audienceClass == null ? draft.classId() : audienceClass)
        .set("grade", draft.grade())
        .set("learner", draft.learnerId());
  }

  private static AssignmentView view(ResultSet row) throws SQLException {
    return new AssignmentView(
        SqlCall.uuid(row, "id"),
        row.getString("track_key"),
        row.getString("level").equals("DISTRICT"),
        row.getObject("class_id", UUID.class),
        row.getString("grade"),
        row.getObject("learner_id", UUID.class),
        SqlCall.instant(row, "due_at"),
        SqlCall.instant(row, "assigned_at"));
  }
}
