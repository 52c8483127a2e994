package org.cairn.journey;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.journey.JourneyArchive.Kept;
import org.cairn.journey.JourneyArchive.SchoolYear;
import org.jspecify.annotations.Nullable;

/** Gives journeys of long ago away, a learner's school year at a time. */
@Singleton
class ArchiveStore {

  private static final UUID FIRST = new UUID(0, 0);

  /** No journey of the school year was begun or completed since. */
  private static final String DUE =
      """
      from journey j
      where j.tenant_id = :tenant and j.archived_at is null and j.started_at < :before
        and WHICH
        and not exists (
          select from journey other
          where other.tenant_id = :tenant and other.learner_id = j.learner_id
            and other.school_year = j.school_year
            and greatest(other.started_at, other.completed_at) >= :before)
      """;

  private static final SqlText PAGE =
      SqlText.of(
          "select distinct j.learner_id, j.school_year "
              + DUE.replace("WHICH", "(j.learner_id, j.school_year) > (:learner, :year)")
              + " order by j.learner_id, j.school_year limit :limit");

  private static final SqlText COUNT =
      SqlText.of(
          "select count(distinct (j.learner_id, j.school_year)) " + DUE.replace("WHICH", "true"));

  /** School years of which nothing at all was touched since, and what of them is to go. */
  private static final SqlText IDLE =
      SqlText.of(
          """
          select due.learner_id, due.school_year, own.journeys,
            cardinality(own.journeys) + lessons.number + answers.number as rows
          from unnest(:learners::uuid[], :years::integer[]) with ordinality
            as due (learner_id, school_year, number)
          cross join lateral (
            select array_agg(j.id order by j.id) filter (where j.archived_at is null) as journeys,
              max(greatest(j.started_at, j.completed_at)) as touched
            from journey j
            where j.tenant_id = :tenant and j.learner_id = due.learner_id
              and j.school_year = due.school_year
          ) own
          cross join lateral (
            select count(*) as number, max(greatest(l.started_at, l.completed_at)) as touched
            from container_session l
            where l.tenant_id = :tenant and l.learner_id = due.learner_id
              and l.journey_id = any(own.journeys)
          ) lessons
          cross join lateral (
            select count(*) filter (where a.journey_id = any(own.journeys)) as number,
              max(a.effective_at) filter (where a.school_year = due.school_year) as touched
            from question_attempt a
            where a.tenant_id = :tenant and a.learner_id = due.learner_id
          ) answers
          where cardinality(own.journeys) > 0
            and greatest(own.touched, lessons.touched, answers.touched) < :before
          order by due.number
          """);

  private static final String KEPT =
      """
      (select kept.learner_id, array_agg(kept.journey_id) as journeys
        from unnest(:learners::uuid[], :journeys::uuid[]) as kept (learner_id, journey_id)
        group by kept.learner_id) as kept
      """;

  private static final SqlText ARCHIVED =
      SqlText.of(
          """
          update journey set archived_at = :now, archive_id = kept.archive_id,
            archive_sha256 = kept.sha256
          from unnest(:learners::uuid[], :journeys::uuid[], :archives::uuid[], :hashes::text[])
            as kept (learner_id, journey_id, archive_id, sha256)
          where journey.tenant_id = :tenant and journey.learner_id = kept.learner_id
            and journey.id = kept.journey_id
          """);

  private static final SqlText REMOVE =
      SqlText.of(
          "delete from question_attempt using "
              + KEPT
              + """
              where question_attempt.tenant_id = :tenant
                and question_attempt.learner_id = kept.learner_id
                and question_attempt.journey_id = any(kept.journeys)
              """);

  private static final SqlText SHRINK =
      SqlText.of(
          """
          update container_session set asked = cardinality(question_ids), question_ids = '{}',
            question_versions = '{}', question_shared = '{}'
          from
          """
              + KEPT
              + """
              where container_session.tenant_id = :tenant
                and container_session.learner_id = kept.learner_id
                and container_session.journey_id = any(kept.journeys)
                and container_session.asked is null
              """);

  private final TenantSql sql;

  @Inject
  ArchiveStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * What is to go of a school year.
   *
   * @param rows how many these are: journeys, lessons and answers
   */
  record Idle(SchoolYear year, List<UUID> journeys, long rows) {}

  long count(Instant before) {
    return sql.with(COUNT).set("before", before).first(row -> row.getLong(1)).orElse(0L);
  }

  /** The school years behind one that may be to go. */
  List<SchoolYear> page(@Nullable SchoolYear after, Instant before, int limit) {
    return sql.with(PAGE)
        .set("learner", after == null ? FIRST : after.learner())
        .set("year", after == null ? 0 : after.schoolYear())
        .set("before", before)
        .set("limit", limit)
        .list(ArchiveStore::year);
  }

  /** Those of the school years that are to go; for good under the learners' locks only. */
  List<Idle> idle(List<SchoolYear> years, Instant before) {
    return sql.with(IDLE)
        .setEach("learners", years, SchoolYear::learner)
        .setEach("years", years, SchoolYear::schoolYear)
        .set("before", before)
        .list(
            row ->
                new Idle(
                    year(row),
                    List.of((UUID[]) row.getArray("journeys").getArray()),
                    row.getLong("rows")));
  }

  /** Leaves stubs of journeys whose objects were verified. */
  void replace(List<Kept> kept, Instant now) {
    List<Gone> gone =
        kept.stream()
            .flatMap(each -> each.journeys().stream().map(journey -> new Gone(each, journey)))
            .toList();
    call(ARCHIVED, gone)
        .setEach("archives", gone, each -> each.kept().archive())
        .setEach("hashes", gone, each -> each.kept().sha256())
        .set("now", now)
        .update();
    call(REMOVE, gone).update();
    call(SHRINK, gone).update();
  }

  private record Gone(Kept kept, UUID journey) {}

  private SqlCall call(SqlText text, List<Gone> gone) {
    return sql.with(text)
        .setEach("learners", gone, each -> each.kept().year().learner())
        .setEach("journeys", gone, Gone::journey);
  }

  private static SchoolYear year(ResultSet row) throws SQLException {
    return new SchoolYear(SqlCall.uuid(row, "learner_id"), row.getInt("school_year"));
  }
}
