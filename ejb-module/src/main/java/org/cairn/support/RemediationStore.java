package org.cairn.support;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.journey.SkillStanding;
import org.cairn.shared.Ids;
import org.cairn.support.Remediation.Filter;
import org.cairn.support.RemediationRules.Draft;
import org.cairn.support.RemediationRules.Gap;
import org.jspecify.annotations.Nullable;

/** Keeps learners' queues. */
@Singleton
class RemediationStore {

  private static final SqlText PAGE =
      SqlText.of(
          """
          select * from remediation_item
          where tenant_id = :tenant and learner_id = :learner
            and (:status::text is null or status = :status::text)
            and (:subject::text is null or subject = :subject::text)
            and (:skill::text is null or skill_id = :skill::text)
            and (:id::uuid is null or (priority, coalesce(due_on, 'infinity'::date), id)
              > (:priority::integer, coalesce(:due::date, 'infinity'::date), :id::uuid))
          order by priority, coalesce(due_on, 'infinity'::date), id limit :limit
          """);

  private static final SqlText FIND =
      SqlText.of(
          """
          select * from remediation_item
          where tenant_id = :tenant and learner_id = :learner and id = :id
          """);

  private static final SqlText FIND_SKILL =
      SqlText.of(
          """
          select * from remediation_item
          where tenant_id = :tenant and learner_id = :learner and skill_id = :skill
            and grade = :grade
          """);

  /** The skills of a journey that are not mastered, where all its twelve lessons are complete. */
  private static final SqlText GAPS =
      SqlText.of(
          """
          select distinct trained.skill_id, trained.subject, journey.grade, trained.best_score
          from journey_begun journey
          join lesson_done lesson on lesson.tenant_id = :tenant and lesson.learner_id = :learner
            and lesson.journey_id = journey.journey_id
          join skill_trained trained on trained.tenant_id = :tenant
            and trained.learner_id = :learner and trained.skill_id = lesson.skill_id
          where journey.tenant_id = :tenant and journey.learner_id = :learner
            and journey.journey_id = :journey and not trained.mastered
            and 12 = (select count(*) from lesson_done done where done.tenant_id = :tenant
              and done.learner_id = :learner and done.journey_id = :journey)
          order by trained.skill_id
          """);

  /** What was completed before is open again: it has turned out that the skill is not mastered. */
  private static final SqlText QUEUE =
      SqlText.of(
          """
          insert into remediation_item as item (tenant_id, learner_id, id, skill_id, subject, grade,
            priority, due_on, status, source, source_id, note, created_at, changed_at)
          select :tenant, :learner, draft.* , :now, :now
          from (
            select d.id, d.skill_id, d.subject, d.grade, d.priority, d.due_on, 'pending', d.source,
              d.source_id, d.note
            from unnest(:ids::uuid[], :skills::text[], :subjects::text[], :grades::text[],
              :priorities::integer[], :dues::date[], :sources::text[], :sourceIds::uuid[],
              :notes::text[])
              as d (id, skill_id, subject, grade, priority, due_on, source, source_id, note)
          ) draft
          on conflict (tenant_id, learner_id, skill_id, grade) do update set
            status = 'pending', by_mastery = false, completed_at = null,
            priority = excluded.priority, due_on = excluded.due_on, source = excluded.source,
            source_id = excluded.source_id, changed_at = excluded.changed_at,
            revision = item.revision + 1
          where item.tenant_id = :tenant and item.status = 'completed'
          """);

  private static final SqlText STAND =
      SqlText.of(
          """
          update remediation_item item set
            status = case when now.mastered then 'completed' else 'pending' end,
            completed_at = case when now.mastered then now.since end,
            by_mastery = now.mastered, changed_at = :at, revision = item.revision + 1
          from unnest(:skills::text[], :mastered::boolean[], :sinces::timestamptz[])
            as now (skill_id, mastered, since)
          where item.tenant_id = :tenant and item.learner_id = :learner
            and item.skill_id = now.skill_id
            and case when now.mastered then item.status in ('pending', 'in_progress')
              else item.by_mastery end
          """);

  private static final SqlText CHANGE =
      SqlText.of(
          """
          update remediation_item set status = :status, priority = :priority,
            due_on = :due::date, changed_at = :now, revision = revision + 1,
            by_mastery = by_mastery and :status::text = 'completed',
            completed_at = case when :status::text = 'completed'
              then coalesce(completed_at, :now) end
          where tenant_id = :tenant and learner_id = :learner and id = :id
          """);

  private static final SqlText ZONE =
      SqlText.of(
          """
          select coalesce(zone, 'UTC') as zone from schooling
          where tenant_id = :tenant and learner_id = :learner
          """);

  private final TenantSql sql;

  @Inject
  RemediationStore(TenantSql sql) {
    this.sql = sql;
  }

  /** The learner's items after one, by priority and due day. */
  List<RemediationView> page(
      VisibleLearner learner, Filter filter, Remediation.@Nullable Place after, int limit) {
    return sql.with(PAGE)
        .set("learner", learner.id())
        .set("status", filter.status())
        .set("subject", filter.subject())
        .set("skill", filter.skillId())
        .set("priority", after == null ? null : after.priority())
        .set("due", after == null ? null : after.dueOn())
        .set("id", after == null ? null : after.id())
        .set("limit", limit)
        .list(RemediationStore::item);
  }

  Optional<RemediationView> find(VisibleLearner learner, UUID id) {
    return sql.with(FIND).set("learner", learner.id()).set("id", id).first(RemediationStore::item);
  }

  Optional<RemediationView> find(VisibleLearner learner, String skill, String grade) {
    return sql.with(FIND_SKILL)
        .set("learner", learner.id())
        .set("skill", skill)
        .set("grade", grade)
        .first(RemediationStore::item);
  }

  /** What a journey has left unmastered; nothing before all of its lessons are complete. */
  List<Gap> gaps(ActingLearner learner, UUID journey) {
    return sql.with(GAPS)
        .set("learner", learner.id())
        .set("journey", journey)
        .list(
            row ->
                new Gap(
                    row.getString("skill_id"),
                    row.getString("subject"),
                    row.getString("grade"),
                    row.getInt("best_score")));
  }

  /** The learner's lock is held. What is there and not completed stays as it is. */
  void queue(ActingLearner learner, List<Draft> drafts, Instant now) {
    sql.with(QUEUE)
        .set("learner", learner.id())
        .setEach("ids", drafts, draft -> Ids.next())
        .setEach("skills", drafts, Draft::skillId)
        .setEach("subjects", drafts, Draft::subject)
        .setEach("grades", drafts, Draft::grade)
        .setEach("priorities", drafts, Draft::priority)
        .setEach("dues", drafts, Draft::dueOn)
        .setEach("sources", drafts, Draft::source)
        .setEach("sourceIds", drafts, Draft::sourceId)
        .setEach("notes", drafts, Draft::note)
        .set("now", now)
        .update();
  }

  /** Has the items follow how skills stand: completed where mastered, open where no longer. */
  void follow(ActingLearner learner, List<SkillStanding> skills, Instant now) {
    sql.with(STAND)
        .set("learner", learner.id())
        .setEach("skills", skills, SkillStanding::skillId)
        .setEach("mastered", skills, SkillStanding::mastered)
        .setEach("sinces", skills, SkillStanding::effectiveAt)
        .set("at", now)
        .update();
  }

  /** The learner's lock is held. */
  void change(
      ActingLearner learner,
      UUID id,
      String status,
      int priority,
      @Nullable LocalDate due,
      Instant now) {
    sql.with(CHANGE)
        .set("learner", learner.id())
        .set("id", id)
        .set("status", status)
        .set("priority", priority)
        .set("due", due)
        .set("now", now)
        .update();
  }

  /** The day of the learner's school. */
  LocalDate dayOf(ActingLearner learner, Instant time) {
    String zone =
        sql.with(ZONE)
            .set("learner", learner.id())
            .first(row -> row.getString("zone"))
            .orElse("UTC");
    return LocalDate.ofInstant(time, ZoneId.of(zone));
  }

  private static RemediationView item(ResultSet row) throws SQLException {
    return new RemediationView(
        SqlCall.uuid(row, "id"),
        SqlCall.uuid(row, "learner_id"),
        row.getString("skill_id"),
        row.getString("subject"),
        row.getString("grade"),
        row.getInt("priority"),
        row.getObject("due_on", LocalDate.class),
        row.getString("status"),
        row.getBoolean("by_mastery"),
        row.getString("source"),
        row.getObject("source_id", UUID.class),
        row.getString("note"),
        row.getInt("revision"),
        SqlCall.instant(row, "created_at"),
        SqlCall.instant(row, "changed_at"),
        SqlCall.instantOrNull(row, "completed_at"));
  }
}
