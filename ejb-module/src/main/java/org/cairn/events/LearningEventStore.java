package org.cairn.events;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.access.ActingLearner;
import org.cairn.access.Trust;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

/** The log's only reader and writer. */
@Singleton
class LearningEventStore {

  static final String GIVEN =
      """
      unnest(:eventIds::text[], :names::text[], :versions::integer[], :sourceModules::text[],
        :projectIds::text[], :clientIds::text[], :payloads::jsonb[], :occurredAts::timestamptz[],
        :occurredTexts::text[])
        with ordinality as given (event_id, name, version, source_module, project_id, client_id,
          payload, occurred_at, occurred_text, number)
      """;

  /** Locks the learner, numbers and inserts in one statement; a known event id inserts nothing. */
  private static final SqlText APPEND =
      SqlText.of(
          """
          with log as (
            update learner_log set last_position = last_position + :count
            where tenant_id = :tenant and learner_id = :learner
            returning last_position - :count as base, known_from, known_until
          ), stored as (
            insert into learning_event (tenant_id, learner_id, position, event_id, name, version,
              source_module, project_id, client_id, payload, occurred_at, effective_at,
              recorded_at, trust, occurred_text)
            select :tenant, :learner, log.base + given.number, given.event_id, given.name,
              given.version, given.source_module, given.project_id, given.client_id,
              given.payload, coalesce(given.occurred_at, :now),
              case when given.occurred_at > :latest then :now
                else coalesce(given.occurred_at, :now) end,
              :now, :trust, given.occurred_text
            from log,
          """
              + GIVEN
              + """
            on conflict (tenant_id, learner_id, event_id) do nothing
            returning position
          )
          select log.base, log.known_from, log.known_until, stored.position
          from log left join stored on true
          """);

  private static final SqlText KNOW =
      SqlText.of(
          """
          update learner_log set known_from = :from, known_until = :until
          where tenant_id = :tenant and learner_id = :learner
          """);

  private static final SqlText OPEN_LOG =
      SqlText.of(
          """
          insert into learner_log (tenant_id, learner_id, last_position)
          values (:tenant, :learner, 0) on conflict do nothing
          """);

  private static final SqlText LOCK =
      SqlText.of(
          """
          select last_position from learner_log
          where tenant_id = :tenant and learner_id = :learner for update
          """);

  private static final SqlText OPEN_LOGS =
      SqlText.of(
          """
          insert into learner_log (tenant_id, learner_id, last_position)
          select :tenant, given.learner_id, 0
          from unnest(:learners::uuid[]) as given (learner_id)
          order by given.learner_id
          on conflict do nothing
          """);

  private static final SqlText LOCK_ALL =
      SqlText.of(
          """
          select learner_id from learner_log
          where tenant_id = :tenant and learner_id = any(:learners::uuid[])
          order by learner_id for update
          """);

  private final TenantSql sql;

  @Inject
  LearningEventStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Locks the learner and stores what is new.
   *
   * @return nothing where the learner has no log yet
   */
  Optional<Inserted> insert(
      ActingLearner learner, List<NewEvent> events, Trust trust, Instant now) {
    List<Numbered> rows =
        given(sql.with(APPEND), learner, events)
            .set("count", events.size())
            .set("now", now)
            .set("latest", now.plus(EventTimes.TOLERANCE))
            .set("trust", trust.name())
            .list(
                row ->
                    new Numbered(
                        row.getLong("base"),
                        row.getLong("position"),
                        SqlCall.instantOrNull(row, "known_from"),
                        SqlCall.instantOrNull(row, "known_until")));
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Inserted(
                rows.get(0).base(),
                rows.stream().map(Numbered::position).collect(Collectors.toSet()),
                rows.get(0).knownFrom(),
                rows.get(0).knownUntil()));
  }

  void openLog(ActingLearner learner) {
    sql.with(OPEN_LOG).set("learner", learner.id()).update();
  }

  /** Locks the learner, if there is a log, and answers its last position. */
  Optional<Long> lock(ActingLearner learner) {
    return sql.with(LOCK).set("learner", learner.id()).first(row -> row.getLong("last_position"));
  }

  void openLogs(Collection<ActingLearner> learners) {
    sql.with(OPEN_LOGS).set("learners", ids(learners)).update();
  }

  /** Locks those who have a log, in the order of ids, and answers how many these are. */
  int lockAll(Collection<ActingLearner> learners) {
    return sql.with(LOCK_ALL).set("learners", ids(learners)).list(row -> true).size();
  }

  private static List<UUID> ids(Collection<ActingLearner> learners) {
    return learners.stream().map(ActingLearner::id).toList();
  }

  void know(ActingLearner learner, Instant from, Instant until) {
    sql.with(KNOW).set("learner", learner.id()).set("from", from).set("until", until).update();
  }

  /**
   * What an insert did.
   *
   * @param base the position before the first event's
   * @param positions those that were stored; event number n has the position base + n
   * @param knownFrom as {@link EventsRecorded#knownFrom()}
   */
  record Inserted(
      long base, Set<Long> positions, @Nullable Instant knownFrom, @Nullable Instant knownUntil) {}

  private record Numbered(
      long base, long position, @Nullable Instant knownFrom, @Nullable Instant knownUntil) {}

  /** Binds the events as the rows of {@link #GIVEN}. */
  static SqlCall given(SqlCall call, ActingLearner learner, List<NewEvent> events) {
    return call.set("learner", learner.id())
        .setEach("eventIds", events, NewEvent::eventId)
        .setEach("names", events, NewEvent::name)
        .setEach("versions", events, NewEvent::version)
        .setEach("sourceModules", events, NewEvent::sourceModule)
        .setEach("projectIds", events, NewEvent::projectId)
        .setEach("clientIds", events, NewEvent::clientId)
        .setEach("payloads", events, LearningEventStore::payloadOf)
        .setEach("occurredAts", events, NewEvent::occurredAt)
        .setEach("occurredTexts", events, NewEvent::occurredText);
  }

  private static @Nullable String payloadOf(NewEvent event) {
    return event.payload() == null ? null : event.payload().json();
  }
}
