package org.cairn.events;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.access.ActingLearner;
import org.cairn.access.Trust;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Reads what learners' logs have. */
@Singleton
class PastEventStore {

  private static final SqlText AFTER =
      SqlText.of(
          """
          select * from learning_event
          where tenant_id = :tenant and learner_id = :learner and position > :after
          order by position limit :limit
          """);

  private static final SqlText SYNCED =
      SqlText.of(
          """
          select * from learning_event
          where tenant_id = :tenant and learner_id = :learner and position between :from and :until
            and occurred_text is not null
          order by position limit :limit
          """);

  private static final SqlText KNOWN =
      SqlText.of(
          """
          select event_id from learning_event
          where tenant_id = :tenant and learner_id = :learner and event_id = any(:ids::text[])
          """);

  private static final SqlText FIND =
      SqlText.of(
          """
          select * from learning_event
          where tenant_id = :tenant and learner_id = :learner and event_id = :eventId
          """);

  private static final SqlText NAMED =
      SqlText.of(
          """
          select * from learning_event
          where tenant_id = :tenant and learner_id = :learner and position >= :since
            and effective_at >= :from and name = any(:names::text[])
          order by position
          """);

  private final TenantSql sql;

  @Inject
  PastEventStore(TenantSql sql) {
    this.sql = sql;
  }

  Optional<RecordedEvent> find(VisibleLearner learner, String eventId) {
    return sql.with(FIND)
        .set("learner", learner.id())
        .set("eventId", eventId)
        .first(PastEventStore::event);
  }

  List<RecordedEvent> after(VisibleLearner learner, long position, int limit) {
    return sql.with(AFTER)
        .set("learner", learner.id())
        .set("after", position)
        .set("limit", limit)
        .list(PastEventStore::event);
  }

  List<RecordedEvent> named(
      VisibleLearner learner, Collection<String> names, long since, Instant from) {
    return sql.with(NAMED)
        .set("learner", learner.id())
        .set("names", names)
        .set("since", since)
        .set("from", from)
        .list(PastEventStore::event);
  }

  List<RecordedEvent> synced(VisibleLearner learner, long from, long until, int limit) {
    return sql.with(SYNCED)
        .set("learner", learner.id())
        .set("from", from)
        .set("until", until)
        .set("limit", limit)
        .list(PastEventStore::event);
  }

  Set<String> known(ActingLearner learner, Collection<String> eventIds) {
    return Set.copyOf(
        sql.with(KNOWN)
            .set("learner", learner.id())
            .set("ids", eventIds)
            .list(row -> row.getString("event_id")));
  }

  /** A row of the log. */
  static RecordedEvent event(ResultSet row) throws SQLException {
    String payload = row.getString("payload");
    int number = row.getInt("version");
    Integer version = row.wasNull() ? null : Integer.valueOf(number);
    return new RecordedEvent(
        SqlCall.uuid(row, "learner_id"),
        row.getLong("position"),
        row.getString("event_id"),
        row.getString("name"),
        version,
        row.getString("source_module"),
        row.getString("project_id"),
        row.getString("client_id"),
        payload == null ? null : EventPayload.stored(payload),
        SqlCall.instant(row, "occurred_at"),
        SqlCall.instant(row, "effective_at"),
        SqlCall.instant(row, "recorded_at"),
        Trust.valueOf(row.getString("trust")),
        row.getString("occurred_text"));
  }
}
