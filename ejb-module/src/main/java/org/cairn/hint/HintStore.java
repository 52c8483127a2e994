package org.cairn.hint;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

/** Keeps what was given, and counts the school's day. */
@Singleton
class HintStore {

  private static final SqlText FIND =
      SqlText.of(
          "select * from hint where tenant_id = :tenant and learner_id = :learner and id = :id");

  private static final SqlText FIND_SAME =
      SqlText.of(
          """
          select * from hint where tenant_id = :tenant and learner_id = :learner
            and session_id = :session and question_id = :question and level = :level
          """);

  private static final SqlText ADD =
      SqlText.of(
          """
          insert into hint (tenant_id, learner_id, id, session_id, question_id, level, text,
            recommended, free, paid, rule_version, school_day, given_at)
          values (:tenant, :learner, :id, :session, :question, :level, :text, :recommended, :free,
            :paid, :version, :day, :at)
          """);

  private static final SqlText TODAY =
      SqlText.of(
          """
          select s.grade, today.day, coalesce(x.xp, 0) as xp, h.used, h.free, h.recommended
          from (values (1)) one
          left join schooling s on s.tenant_id = :tenant and s.learner_id = :learner
          left join lifetime_xp x on x.tenant_id = :tenant and x.learner_id = :learner
          cross join lateral (
            select (:now::timestamptz at time zone coalesce(s.zone, 'UTC'))::date as day
          ) today
          cross join lateral (
            select count(*) as used, count(*) filter (where g.free) as free,
              count(*) filter (where g.recommended) as recommended
            from hint g
            where g.tenant_id = :tenant and g.learner_id = :learner and g.school_day = today.day
          ) h
          """);

  private final TenantSql sql;

  @Inject
  HintStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * The school's today.
   *
   * @param grade CEDS code of the learner's grade
   * @param lifetimeXp by which the learner's level goes
   */
  record Today(
      LocalDate day,
      @Nullable String grade,
      long lifetimeXp,
      int used,
      int free,
      int recommended) {}

  Today today(VisibleLearner learner, Instant now) {
    return sql.with(TODAY)
        .set("learner", learner.id())
        .set("now", now)
        .first(
            row ->
                new Today(
                    row.getObject("day", LocalDate.class),
                    row.getString("grade"),
                    row.getLong("xp"),
                    row.getInt("used"),
                    row.getInt("free"),
                    row.getInt("recommended")))
        .orElseThrow();
  }

  Optional<Given> find(ActingLearner learner, UUID id) {
    return sql.with(FIND).set("learner", learner.id()).set("id", id).first(HintStore::given);
  }

  /** A hint of the same level for the same question of a lesson. */
  Optional<Given> find(ActingLearner learner, UUID session, String question, String level) {
    return sql.with(FIND_SAME)
        .set("learner", learner.id())
        .set("session", session)
        .set("question", question)
        .set("level", level)
        .first(HintStore::given);
  }

  void add(ActingLearner learner, Given given) {
    sql.with(ADD)
        .set("learner", learner.id())
        .set("id", given.id())
        .set("session", given.sessionId())
        .set("question", given.questionId())
        .set("level", given.level())
        .set("text", given.text())
        .set("recommended", given.recommended())
        .set("free", given.free())
        .set("paid", given.paid())
        .set("version", given.ruleVersion())
        .set("day", given.schoolDay())
        .set("at", given.givenAt())
        .update();
  }

  private static Given given(ResultSet row) throws SQLException {
    return new Given(
        SqlCall.uuid(row, "id"),
        SqlCall.uuid(row, "session_id"),
        row.getString("question_id"),
        row.getString("level"),
        row.getString("text"),
        row.getBoolean("recommended"),
        row.getBoolean("free"),
        row.getInt("paid"),
        row.getString("rule_version"),
        row.getObject("school_day", LocalDate.class),
        SqlCall.instant(row, "given_at"));
  }
}
