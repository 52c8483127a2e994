package org.cairn.events;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.access.ActingLearner;
import org.cairn.access.Trust;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.events.AppendedEvent.Status;

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

  private static final SqlText REPEATED =
      SqlText.of(
          """
          select given.number, event.*,
            (event.name = given.name
              and event.version is not distinct from given.version
              and event.source_module is not distinct from given.source_module
              and event.project_id is not distinct from given.project_id
              and event.client_id is not distinct from given.client_id
              and event.payload is not distinct from given.payload
              and (given.occurred_at is null or given.occurred_at = event.occurred_at)) as same
          from
          """
              + LearningEventStore.GIVEN
              + """
          join learning_event event on event.tenant_id = :tenant and event.learner_id = :learner
            and event.event_id = given.event_id
          """);

  private final TenantSql sql;

  @Inject
  PastEventStore(TenantSql sql) {
    this.sql = sql;
  }

  /** The events whose ids are in the log, by their number among the given ones, from 1. */
  Map<Integer, AppendedEvent> repeated(ActingLearner learner, List<NewEvent> events) {
    Map<Integer, AppendedEvent> repeated = new HashMap<>();
    LearningEventStore.given(sql.with(REPEATED), learner, events)
        .list(
            row ->
                repeated.put(
                    row.getInt("number"),
                    new AppendedEvent(
                        row.getBoolean("same") ? Status.DUPLICATE : Status.CONFLICT, event(row))));
    return repeated;
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

  private static RecordedEvent event(ResultSet row) throws SQLException {
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
