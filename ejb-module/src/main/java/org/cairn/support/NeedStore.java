package org.cairn.support;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.access.VisibleScope;
import org.cairn.caller.SqlCall;
import org.cairn.caller.TenantSql;
import org.cairn.support.NeedView.Attempt;
import org.cairn.support.NeedView.Lesson;

/**
 * Reads of all learners at once what tells who needs help: one statement a rule, each of which
 * looks at the newest rows of an index only.
 */
@Singleton
class NeedStore {

  /** Each learner's skills one by one through the index, then the newest answers to each. */
  private static final String WRONG =
      """
      with learner as materialized (
        select p.id from person p where p.tenant_id = :tenant and p.id in (SCOPE)
      )
      select learner.id as learner_id, tried.skill_id, shown.subject, shown.event_id,
        shown.question_id, shown.effective_at
      from learner
      cross join lateral (
        with recursive skill (skill_id) as (
          (select first.skill_id from answer_scored first
            where first.tenant_id = :tenant and first.learner_id = learner.id
            order by first.skill_id limit 1)
          union all
          select (select next.skill_id from answer_scored next
            where next.tenant_id = :tenant and next.learner_id = learner.id
              and next.skill_id > skill.skill_id
            order by next.skill_id limit 1)
          from skill where skill.skill_id is not null
        )
        select skill.skill_id from skill where skill.skill_id is not null
      ) tried
      cross join lateral (
        select count(*) as answers, bool_or(last.correct) as any_right
        from (
          select a.correct from answer_scored a
          where a.tenant_id = :tenant and a.learner_id = learner.id
            and a.skill_id = tried.skill_id
          order by a.effective_at desc, a.event_id desc limit :wrong
        ) last
      ) latest
      cross join lateral (
        select run.* from (
          select b.subject, b.event_id, b.question_id, b.effective_at,
            count(*) filter (where b.correct) over (
              order by b.effective_at desc, b.event_id desc) as right_since
          from answer_scored b
          where b.tenant_id = :tenant and b.learner_id = learner.id
            and b.skill_id = tried.skill_id
          order by b.effective_at desc, b.event_id desc limit :shown
        ) run
        where run.right_since = 0
      ) shown
      where latest.answers = :wrong and not latest.any_right
      order by learner.id, tried.skill_id, shown.effective_at, shown.event_id
      """;

  private static final String LATEST_LESSONS =
      """
      select learner.id as learner_id, latest.*
      from (select p.id from person p where p.tenant_id = :tenant and p.id in (SCOPE)) learner
      cross join lateral (
        select l.session_id, l.subject, l.skill_id, l.score, l.completed_at from lesson_done l
        where l.tenant_id = :tenant and l.learner_id = learner.id and l.attempted > 0
        order by l.completed_at desc, l.session_id desc limit :lessons
      ) latest
      order by learner.id, latest.completed_at, latest.session_id
      """;

  private final TenantSql sql;

  @Inject
  NeedStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Wrong answers in a row, of a learner to a skill. */
  record Run(String skillId, String subject, List<Attempt> attempts) {}

  /** The runs of each learner, by skill. */
  Map<UUID, List<Run>> wrongInARow(VisibleScope scope) {
    Map<UUID, Map<String, Run>> runs = new LinkedHashMap<>();
    scope
        .bind(sql.with(scope.in(WRONG)))
        .set("wrong", NeedRules.WRONG_IN_A_ROW)
        .set("shown", NeedRules.MOST_SHOWN)
        .list(row -> add(row, runs));
    Map<UUID, List<Run>> ofLearners = new LinkedHashMap<>();
    runs.forEach((learner, own) -> ofLearners.put(learner, List.copyOf(own.values())));
    return ofLearners;
  }

  /** Each learner's latest completed lessons that have a score, in their order. */
  Map<UUID, List<Lesson>> latestLessons(VisibleScope scope) {
    Map<UUID, List<Lesson>> lessons = new LinkedHashMap<>();
    scope
        .bind(sql.with(scope.in(LATEST_LESSONS)))
        .set("lessons", 2 * NeedRules.LESSONS)
        .list(
            row ->
                lessons
                    .computeIfAbsent(SqlCall.uuid(row, "learner_id"), any -> new ArrayList<>())
                    .add(lesson(row)));
    return lessons;
  }

  private static boolean add(ResultSet row, Map<UUID, Map<String, Run>> runs) throws SQLException {
    String skill = row.getString("skill_id");
    String subject = row.getString("subject");
    return runs.computeIfAbsent(SqlCall.uuid(row, "learner_id"), any -> new LinkedHashMap<>())
        .computeIfAbsent(skill, any -> new Run(skill, subject, new ArrayList<>()))
        .attempts()
        .add(
            new Attempt(
                row.getString("event_id"),
                row.getString("question_id"),
                SqlCall.instant(row, "effective_at")));
  }

  private static Lesson lesson(ResultSet row) throws SQLException {
    return new Lesson(
        SqlCall.uuid(row, "session_id"),
        row.getString("subject"),
        row.getString("skill_id"),
        row.getInt("score"),
        SqlCall.instant(row, "completed_at"));
  }
}
