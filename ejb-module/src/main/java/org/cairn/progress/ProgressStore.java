package org.cairn.progress;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.access.ActingLearner;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.roster.SchoolCalendar;
import org.cairn.streak.Streak;
import org.jspecify.annotations.Nullable;

/** What learners' sync events reduce to. */
@Singleton
class ProgressStore {

  private static final SqlText ALL = reading("");

  private static final SqlText SOME = reading("and i.content_id = any(:items::text[])");

  private static final SqlText ROOM =
      SqlText.of(
          """
          select s.events, e.erased_at
          from (values (1)) one
          left join progress_state s on s.tenant_id = :tenant and s.learner_id = :learner
          left join erasure e on e.tenant_id = :tenant and e.learner_id = :learner
          """);

  private static final SqlText POINT =
      SqlText.of(
          """
          select coalesce(s.last_position, 0) as last_position, c.zone,
            array_to_string(c.days, ',') as days
          from (values (1)) one
          left join progress_state s on s.tenant_id = :tenant and s.learner_id = :learner
          left join schooling c on c.tenant_id = :tenant and c.learner_id = :learner
          """);

  private static final SqlText KEEP =
      SqlText.of(
          """
          with state as (
            insert into progress_state (tenant_id, learner_id, events, last_position, latest_at,
              latest_event_id, active_path, onboarding_completed_at, onboarding_path_id, streak_day,
              streak_length, streak_best, calendar_id, last_updated)
            values (:tenant, :learner, :events, :position, :latestAt, :latestId, :activePath::text,
              :onboardedAt::timestamptz, :onboardingPath::text, :streakDay::date, :length, :best,
              :calendar, :lastUpdated)
            on conflict (tenant_id, learner_id) do update set events = excluded.events,
              last_position = excluded.last_position, latest_at = excluded.latest_at,
              latest_event_id = excluded.latest_event_id, active_path = excluded.active_path,
              onboarding_completed_at = excluded.onboarding_completed_at,
              onboarding_path_id = excluded.onboarding_path_id, streak_day = excluded.streak_day,
              streak_length = excluded.streak_length, streak_best = excluded.streak_best,
              calendar_id = excluded.calendar_id, last_updated = excluded.last_updated
          )
          insert into progress_item (tenant_id, learner_id, content_id, status, score,
            completed_at, last_attempt_at, interactions)
          select :tenant, :learner, given.*
          from unnest(:items::text[], :statuses::text[], :scores::double precision[],
            :completedAts::timestamptz[], :attemptAts::timestamptz[], :interactions::text[])
            as given
          on conflict (tenant_id, learner_id, content_id) do update set status = excluded.status,
            score = excluded.score, completed_at = excluded.completed_at,
            last_attempt_at = excluded.last_attempt_at, interactions = excluded.interactions
          """);

  private static final SqlText DROP_ALL =
      SqlText.of("delete from progress_item where tenant_id = :tenant and learner_id = :learner");

  private static final SqlText DROP =
      SqlText.of(
          """
          delete from progress_item
          where tenant_id = :tenant and learner_id = :learner and content_id = any(:items::text[])
          """);

  /** Where the roster knows no zone. */
  private static final String LAST_RESORT = "UTC";

  private final TenantSql sql;

  @Inject
  ProgressStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * How much a learner has, and what may not come back.
   *
   * @param events how many sync events there are
   * @param erasedAt when the learner's records were erased, if they ever were
   */
  record Room(int events, @Nullable Instant erasedAt) {}

  /** The last sync event's position and the present calendar: what a snapshot follows from. */
  record Point(long position, SchoolCalendar calendar) {}

  Room room(ActingLearner learner) {
    return sql.with(ROOM)
        .set("learner", learner.id())
        .first(row -> new Room(row.getInt("events"), SqlCall.instantOrNull(row, "erased_at")))
        .orElseThrow();
  }

  Point point(VisibleLearner learner) {
    return sql.with(POINT)
        .set("learner", learner.id())
        .first(
            row ->
                new Point(
                    row.getLong("last_position"),
                    calendar(row.getString("zone"), row.getString("days"))))
        .orElseThrow();
  }

  /** With all items. */
  Optional<StoredProgress> all(VisibleLearner learner) {
    return read(sql.with(ALL), learner.id());
  }

  /** With these items, as far as there are any. */
  Optional<StoredProgress> some(VisibleLearner learner, Collection<String> items) {
    return read(sql.with(SOME).set("items", items), learner.id());
  }

  /**
   * Keeps what has changed.
   *
   * @param changed items to write
   */
  void keep(ActingLearner learner, StoredProgress stored, List<ContentItem> changed) {
    ProgressHead head = stored.progress().head();
    Streak streak = head.streak();
    sql.with(KEEP)
        .set("learner", learner.id())
        .set("events", stored.events())
        .set("position", stored.position())
        .set("latestAt", stored.latest().effectiveAt())
        .set("latestId", stored.latest().eventId())
        .set("activePath", head.activePath())
        .set("onboardedAt", head.onboardingCompletedAt())
        .set("onboardingPath", head.onboardingPathId())
        .set("streakDay", streak == null ? null : streak.day())
        .set("length", streak == null ? 0 : streak.length())
        .set("best", streak == null ? 0 : streak.best())
        .set("calendar", stored.calendarId())
        .set("lastUpdated", head.lastUpdated())
        .setEach("items", changed, ContentItem::contentId)
        .setEach("statuses", changed, item -> item.status().wire())
        .setEach("scores", changed, ContentItem::score)
        .setEach("completedAts", changed, ContentItem::completedAt)
        .setEach("attemptAts", changed, ContentItem::lastAttemptAt)
        .setEach("interactions", changed, SnapshotText::interactions)
        .update();
  }

  void dropAll(ActingLearner learner) {
    sql.with(DROP_ALL).set("learner", learner.id()).update();
  }

  void drop(ActingLearner learner, Collection<String> items) {
    sql.with(DROP).set("learner", learner.id()).set("items", items).update();
  }

  private static SqlText reading(String items) {
    return SqlText.of(
        """
        select s.*, i.content_id, i.status, i.score, i.completed_at, i.last_attempt_at,
          i.interactions
        from progress_state s
        left join progress_item i on i.tenant_id = :tenant and i.learner_id = s.learner_id
        """
            + items
            + " where s.tenant_id = :tenant and s.learner_id = :learner");
  }

  private static Optional<StoredProgress> read(SqlCall call, UUID learner) {
    Map<String, ContentItem> items = new HashMap<>();
    List<StoredProgress> found = new ArrayList<>(1);
    call.set("learner", learner)
        .list(
            row -> {
              if (found.isEmpty()) {
                found.add(stored(row, items));
              }
              if (row.getString("content_id") != null) {
                items.put(row.getString("content_id"), item(row));
              }
              return true;
            });
    return found.stream().findFirst();
  }

  private static StoredProgress stored(ResultSet row, Map<String, ContentItem> items)
      throws SQLException {
    LocalDate day = row.getObject("streak_day", LocalDate.class);
    ProgressHead head =
        new ProgressHead(
            row.getString("active_path"),
            SqlCall.instantOrNull(row, "onboarding_completed_at"),
            row.getString("onboarding_path_id"),
            day == null
                ? null
                : new Streak(day, row.getInt("streak_length"), 0, row.getInt("streak_best")),
            SqlCall.instant(row, "last_updated"));
    return new StoredProgress(
        new Progress(head, items, false),
        row.getInt("events"),
        row.getLong("last_position"),
        new SyncEvent.Key(SqlCall.instant(row, "latest_at"), row.getString("latest_event_id")),
        row.getString("calendar_id"));
  }

  private static ContentItem item(ResultSet row) throws SQLException {
    return new ContentItem(
        row.getString("content_id"),
        ContentStatus.of(row.getString("status")).orElseThrow(),
        row.getObject("score", Double.class),
        SqlCall.instantOrNull(row, "completed_at"),
        SqlCall.instant(row, "last_attempt_at"),
        CanonicalJson.members(row.getString("interactions")));
  }

  private static SchoolCalendar calendar(@Nullable String zone, @Nullable String closed) {
    Set<LocalDate> days =
        closed == null || closed.isEmpty()
            ? Set.of()
            : Stream.of(closed.split(",")).map(LocalDate::parse).collect(Collectors.toSet());
    return new SchoolCalendar(ZoneId.of(zone == null ? LAST_RESORT : zone), days);
  }
}
