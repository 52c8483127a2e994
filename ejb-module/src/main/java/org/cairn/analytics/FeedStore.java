package org.cairn.analytics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cairn.analytics.Logged.Journey;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

/** Reads the logs of a district from where the feed has come to. */
@Singleton
class FeedStore {

  /** Tells the feed's locks from others' of the application. */
  static final int LOCKS = 20_826;

  private static final SqlText TOTAL =
      SqlText.of(
          """
          select count(*) + coalesce(sum(l.last_position - coalesce(c.position, 0)), 0) as items
          from log_end l
          left join analytics_cursor c on c.tenant_id = :tenant and c.learner_id = l.learner_id
          where l.tenant_id = :tenant and l.last_position > coalesce(c.position, 0)
          """);

  /**
   * Of each learner whose log has grown, the events with these names and then the end, read in one
   * statement: positions of one learner are given out under the learner's lock, so that what is not
   * seen up to the log's last position will never come.
   */
  private static final SqlText PAGE =
      SqlText.of(
          """
          with behind as (
            select l.learner_id, coalesce(c.position, 0) as since, l.last_position as until
            from log_end l
            left join analytics_cursor c on c.tenant_id = :tenant and c.learner_id = l.learner_id
            where l.tenant_id = :tenant and l.learner_id >= :learner::uuid
              and (l.learner_id > :learner::uuid or not :last::boolean)
              and l.last_position > coalesce(c.position, 0)
            order by l.learner_id limit :limit
          )
          select b.learner_id, place.school_id, item.*
          from behind b
          left join learner_place place
            on place.tenant_id = :tenant and place.learner_id = b.learner_id
          cross join lateral (
            select e.position, false as last, e.event_id, e.name, e.trust = 'SERVER' as by_server,
              e.effective_at, e.payload ->> 'journeyId' as journey_id,
              e.payload ->> 'sessionId' as session_id, e.payload ->> 'container' as container,
              e.payload ->> 'subject' as subject, e.payload ->> 'skillId' as skill_id,
              e.payload ->> 'timeSpent' as time_spent, e.payload ->> 'correct' as correct,
              e.payload ->> 'try' as try_number,
              coalesce(e.payload ->> 'overallScore', e.payload ->> 'score') as score,
              s.effective_at as started_at, s.payload ->> 'gradeLevel' as grade,
              s.payload ->> 'career' as career, s.payload ->> 'companion' as companion,
              lesson.done as lessons_done, lesson.scored
            from logged_event e
            left join logged_event s on s.tenant_id = :tenant and s.learner_id = b.learner_id
              and s.event_id = 'journey/' || (e.payload ->> 'journeyId') || '/started'
            cross join lateral (
              select count(*) as done, coalesce(bool_or(d.attempted > 0)
                filter (where d.session_id::text = e.payload ->> 'sessionId'), true) as scored
              from lesson_done d
              where e.name = :lesson and d.tenant_id = :tenant and d.learner_id = b.learner_id
                and d.journey_id::text = e.payload ->> 'journeyId'
                and d.container = e.payload ->> 'container'
                and (d.completed_at, d.session_id::text)
                  <= (e.effective_at, e.payload ->> 'sessionId')
            ) lesson
            where e.tenant_id = :tenant and e.learner_id = b.learner_id
              and e.position > b.since and e.position <= b.until and e.name = any(:names::text[])
            union all
            select b.until, true, null, null, null, null, null, null, null, null, null, null, null,
              null, null, null, null, null, null, 0, true
          ) item
          where (b.learner_id, item.position, item.last)
            > (:learner::uuid, :position::bigint, :last::boolean)
          order by b.learner_id, item.position, item.last
          limit :limit
          """);

  private static final SqlText SHARE_MONTHS =
      SqlText.of("select pg_advisory_xact_lock_shared(:locks, hashtext(:tenant))");

  private static final SqlText CURSORS =
      SqlText.of(
          """
          select learner_id, position from analytics_cursor
          where tenant_id = :tenant and learner_id = any(:learners::uuid[])
          order by learner_id for update
          """);

  private static final SqlText ADVANCE =
      SqlText.of(
          """
          insert into analytics_cursor (tenant_id, learner_id, position)
          select :tenant, c.learner_id, c.position
          from unnest(:learners::uuid[], :positions::bigint[]) as c (learner_id, position)
          on conflict (tenant_id, learner_id) do update
            set position = greatest(analytics_cursor.position, excluded.position)
          """);

  private static final SqlText OPEN_MONTHS =
      SqlText.of(
          """
          select p.month from analytics_partitions() p
          where p.attached and not exists (select from analytics_closing c
            where c.tenant_id = :tenant and c.month = p.month)
          """);

  private static final SqlText BEGIN =
      SqlText.of(
          """
          insert into analytics_feed (tenant_id, begun_at) values (:tenant, :now)
          on conflict (tenant_id) do update set begun_at = excluded.begun_at
          """);

  private static final SqlText END =
      SqlText.of("update analytics_feed set fed_at = begun_at where tenant_id = :tenant");

  private final TenantSql sql;

  @Inject
  FeedStore(TenantSql sql) {
    this.sql = sql;
  }

  /** How many items there may be: positions that hold nothing of interest are counted, too. */
  long total() {
    return sql.with(TOTAL).first(row -> row.getLong("items")).orElse(0L);
  }

  List<FeedItem> page(@Nullable String after, int limit) {
    return sql.with(PAGE)
        .set("learner", FeedItem.learnerOf(after))
        .set("position", FeedItem.positionOf(after))
        .set("last", FeedItem.isEnd(after))
        .set("lesson", FactRules.LESSON)
        .set(
            "names",
            List.of(FactRules.STARTED, FactRules.COMPLETED, FactRules.LESSON, FactRules.ANSWER))
        .set("limit", limit)
        .list(FeedStore::item);
  }

  /** Keeps months from being closed to the end of the transaction. */
  void shareMonths() {
    sql.with(SHARE_MONTHS).set("locks", LOCKS).list(row -> true);
  }

  /** Months that have a partition and are not closed. */
  Set<LocalDate> openMonths() {
    return new HashSet<>(
        sql.with(OPEN_MONTHS).list(row -> row.getObject("month", LocalDate.class)));
  }

  /** How far these learners' logs are read, locked to the end of the transaction. */
  Map<UUID, Long> cursors(Collection<UUID> learners) {
    Map<UUID, Long> cursors = new HashMap<>();
    sql.with(CURSORS)
        .set("learners", learners)
        .list(row -> cursors.put(SqlCall.uuid(row, "learner_id"), row.getLong("position")));
    return cursors;
  }

  void advance(Map<UUID, Long> read) {
    List<Map.Entry<UUID, Long>> each = List.copyOf(read.entrySet());
    sql.with(ADVANCE)
        .setEach("learners", each, Map.Entry::getKey)
        .setEach("positions", each, Map.Entry::getValue)
        .update();
  }

  void begin(Instant now) {
    sql.with(BEGIN).set("now", now).update();
  }

  void end() {
    sql.with(END).update();
  }

  private static FeedItem item(ResultSet row) throws SQLException {
    UUID learner = SqlCall.uuid(row, "learner_id");
    long position = row.getLong("position");
    return new FeedItem(
        learner,
        position,
        row.getBoolean("last") ? null : FactRules.judge(learner, position, logged(row)));
  }

  private static Logged logged(ResultSet row) throws SQLException {
    return new Logged(
        row.getString("event_id"),
        row.getString("name"),
        row.getBoolean("by_server"),
        SqlCall.instant(row, "effective_at"),
        row.getString("journey_id"),
        row.getString("session_id"),
        row.getString("container"),
        row.getString("subject"),
        row.getString("skill_id"),
        row.getString("time_spent"),
        row.getString("correct"),
        row.getString("try_number"),
        row.getString("score"),
        row.getBoolean("scored"),
        journey(row),
        row.getInt("lessons_done"),
        row.getObject("school_id", UUID.class));
  }

  private static @Nullable Journey journey(ResultSet row) throws SQLException {
    Instant startedAt = SqlCall.instantOrNull(row, "started_at");
    return startedAt == null
        ? null
        : new Journey(
            startedAt, row.getString("grade"), row.getString("career"), row.getString("companion"));
  }
}
