package org.cairn.analytics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

/** Keeps how far closed months are, and reads them for the archive. */
@Singleton
class ClosingStore {

  /** The place before all learners, and the one behind. */
  static final UUID FIRST = new UUID(0, 0);

  static final UUID LAST = new UUID(-1, -1);

  private static final SqlText TO_CLOSE =
      SqlText.of(
          """
          select p.month from analytics_partitions() p
          where p.month < :before
            and not exists (select from analytics_closing c
              where c.tenant_id = :tenant and c.month = p.month)
          order by p.month
          """);

  private static final SqlText ROWS =
      SqlText.of(
          """
          select count(*) as facts from analytics_event e
          where e.tenant_id = :tenant and e.month < :before
            and not exists (select from analytics_closing c
              where c.tenant_id = :tenant and c.month = e.month and c.archived_at is not null)
          """);

  /** Waits until the feed's present chunk is over, and keeps the next one waiting. */
  private static final SqlText LOCK_MONTHS =
      SqlText.of("select pg_advisory_xact_lock(:locks, hashtext(:tenant))");

  private static final SqlText CLOSE =
      SqlText.of(
          """
          insert into analytics_closing (tenant_id, month, closed_at, salt)
          select :tenant, c.month, :now, c.salt
          from unnest(:months::date[], :salts::text[]) as c (month, salt)
          on conflict do nothing
          """);

  private static final SqlText OLDEST =
      SqlText.of(
          """
          select * from analytics_closing
          where tenant_id = :tenant and archived_at is null
          order by month limit 1
          """);

  private static final SqlText HELD =
      SqlText.of(
          "select * from analytics_closing where tenant_id = :tenant and month = :month for update");

  private static final SqlText THROUGH =
      SqlText.of(
          """
          select learner_id from (
            select distinct learner_id from analytics_event
            where tenant_id = :tenant and month = :month and learner_id > :after
            order by learner_id limit :limit
          ) following
          order by learner_id offset :limit - 1
          """);

  private static final SqlText ROLLED =
      SqlText.of(
          """
          update analytics_closing set rolled_through = :through, rolled_at = :rolledAt::timestamptz
          where tenant_id = :tenant and month = :month
          """);

  /** A line tells by a pseudonym which of the month's events are of one learner, and not whose. */
  private static final SqlText LINES =
      SqlText.of(
          """
          select e.learner_id, e.position, json_build_object(
            'learner', left(encode(sha256(convert_to(:salt || e.learner_id::text, 'UTF8')), 'hex'),
              32),
            'at', e.at, 'cohort', e.cohort, 'school', e.school_id, 'grade', e.grade,
            'career', e.career, 'companion', e.companion, 'container', e.container,
            'subject', e.subject, 'skillId', e.skill_id, 'started', e.started,
            'completed', e.completed, 'journeyScore', e.journey_score, 'duration', e.duration,
            'seconds', e.seconds, 'attempted', e.attempted, 'firstTries', e.first_tries,
            'firstRight', e.first_right, 'lessons', e.lessons, 'lessonScore', e.lesson_score,
            'mastered', e.mastered, 'containers', e.containers)::text as line
          from analytics_event e
          where e.tenant_id = :tenant and e.month = :month
            and (e.learner_id, e.position) > (:learner::uuid, :position::bigint)
          order by e.learner_id, e.position limit :limit
          """);

  private static final SqlText ADD_PART =
      SqlText.of(
          """
          insert into analytics_part (tenant_id, month, part, lines, sha256, stored_at)
          values (:tenant, :month, :part, :lines, :sha256, :now)
          """);

  private static final SqlText ARCHIVED =
      SqlText.of(
          """
          update analytics_closing set parts = :part, archived_rows = archived_rows + :lines,
            archived_learner = :learner, archived_position = :position
          where tenant_id = :tenant and month = :month
          """);

  private static final SqlText FINISH =
      SqlText.of(
          """
          update analytics_closing set archived_at = :now, salt = null
          where tenant_id = :tenant and month = :month
          """);

  private static final SqlText FORGET =
      SqlText.of("delete from analytics_month where tenant_id = :tenant and month < :before");

  private final TenantSql sql;

  @Inject
  ClosingStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * A closed month on its way out.
   *
   * @param salt what pseudonyms are made with until all is archived
   */
  record Closing(
      LocalDate month,
      @Nullable UUID rolledThrough,
      boolean isRolled,
      @Nullable String salt,
      int parts,
      @Nullable UUID learner,
      long position) {}

  /** A line of the archive and its place. */
  record Line(UUID learnerId, long position, String text) {

    /** The line in UTF-8, with its line feed. */
    byte[] bytes() {
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Months with a partition that are old enough and not closed. */
  List<LocalDate> toClose(LocalDate before) {
    return sql.with(TO_CLOSE)
        .set("before", before)
        .list(row -> row.getObject("month", LocalDate.class));
  }

  /** How many events of old months are not archived. */
  long rows(LocalDate before) {
    return sql.with(ROWS).set("before", before).first(row -> row.getLong("facts")).orElse(0L);
  }

  void close(List<LocalDate> months, List<String> salts, Instant now) {
    sql.with(LOCK_MONTHS).set("locks", FeedStore.LOCKS).list(row -> true);
    sql.with(CLOSE).set("months", months).set("salts", salts).set("now", now).update();
  }

  Optional<Closing> oldest() {
    return sql.with(OLDEST).first(ClosingStore::closing);
  }

  /** A closed month, held to the end of the transaction. */
  Closing hold(LocalDate month) {
    return sql.with(HELD).set("month", month).first(ClosingStore::closing).orElseThrow();
  }

  /** The last of the next learners of a month; none where there are fewer. */
  Optional<UUID> through(LocalDate month, UUID after, int learners) {
    return sql.with(THROUGH)
        .set("month", month)
        .set("after", after)
        .set("limit", learners)
        .first(row -> SqlCall.uuid(row, "learner_id"));
  }

  void rolled(LocalDate month, UUID through, @Nullable Instant all) {
    sql.with(ROLLED).set("month", month).set("through", through).set("rolledAt", all).update();
  }

  List<Line> lines(Closing closing, int limit) {
    return sql.with(LINES)
        .set("month", closing.month())
        .set("salt", closing.salt())
        .set("learner", closing.learner() == null ? FIRST : closing.learner())
        .set("position", closing.position())
        .set("limit", limit)
        .list(
            row ->
                new Line(
                    SqlCall.uuid(row, "learner_id"),
                    row.getLong("position"),
                    row.getString("line")));
  }

  void archived(Closing closing, List<Line> lines, String sha256, Instant now) {
    Line last = lines.get(lines.size() - 1);
    int part = closing.parts() + 1;
    sql.with(ADD_PART)
        .set("month", closing.month())
        .set("part", part)
        .set("lines", lines.size())
        .set("sha256", sha256)
        .set("now", now)
        .update();
    sql.with(ARCHIVED)
        .set("month", closing.month())
        .set("part", part)
        .set("lines", lines.size())
        .set("learner", last.learnerId())
        .set("position", last.position())
        .update();
  }

  void finish(LocalDate month, Instant now) {
    sql.with(FINISH).set("month", month).set("now", now).update();
  }

  /** Forgets the sums of months of long ago. */
  int forget(LocalDate before) {
    return sql.with(FORGET).set("before", before).update();
  }

  private static Closing closing(ResultSet row) throws SQLException {
    return new Closing(
        row.getObject("month", LocalDate.class),
        row.getObject("rolled_through", UUID.class),
        row.getObject("rolled_at") != null,
        row.getString("salt"),
        row.getInt("parts"),
        row.getObject("archived_learner", UUID.class),
        row.getLong("archived_position"));
  }
}
