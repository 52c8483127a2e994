package org.cairn.lessonplan;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Knows which plans are wanted and made, and of whom a plan speaks. */
@Singleton
class PlanStore {

  private static final SqlText CHILD =
      SqlText.of(
          """
          select coalesce(p.preferred_given_name, p.given_name) as given_name,
            coalesce(s.zone, 'UTC') as zone
          from person p
          left join schooling s on s.tenant_id = :tenant and s.learner_id = p.id
          where p.tenant_id = :tenant and p.id = :learner
          """);

  /** One that was made while the journey went on is to be made again. */
  private static final SqlText WANT =
      SqlText.of(
          """
          insert into lesson_plan (tenant_id, learner_id, journey_id, asked_at)
          select :tenant, begun.learner_id, begun.journey_id, :now
          from journey_begun begun
          where begun.tenant_id = :tenant and begun.learner_id = :learner
            and begun.journey_id = any(:journeys::uuid[])
          on conflict (tenant_id, learner_id, journey_id) do update
          set asked_at = excluded.asked_at, made_at = null, made_of = null
          """);

  private static final SqlText MADE =
      SqlText.of(
          """
          insert into lesson_plan (tenant_id, learner_id, journey_id, asked_at, made_at, made_of)
          values (:tenant, :learner, :journey, :now, :now, :digest)
          on conflict (tenant_id, learner_id, journey_id) do update
          set made_at = excluded.made_at, made_of = excluded.made_of
          """);

  private static final SqlText MADE_OF =
      SqlText.of(
          """
          select made_of from lesson_plan
          where tenant_id = :tenant and learner_id = :learner and journey_id = :journey
            and made_of is not null
          """);

  private final TenantSql sql;

  @Inject
  PlanStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Whom a plan is about. */
  record Child(String givenName, ZoneId zone) {}

  Child child(VisibleLearner learner) {
    return sql.with(CHILD)
        .set("learner", learner.id())
        .first(row -> new Child(row.getString("given_name"), ZoneId.of(row.getString("zone"))))
        .orElseThrow();
  }

  /** Has plans be made of those journeys that the learner really has. */
  void want(ActingLearner learner, Collection<UUID> journeys, Instant now) {
    sql.with(WANT).set("learner", learner.id()).set("journeys", journeys).set("now", now).update();
  }

  void made(VisibleLearner learner, UUID journey, String digest, Instant now) {
    sql.with(MADE)
        .set("learner", learner.id())
        .set("journey", journey)
        .set("digest", digest)
        .set("now", now)
        .update();
  }

  /** What the stored plan was made of, if one is stored. */
  Optional<String> madeOf(VisibleLearner learner, UUID journey) {
    return sql.with(MADE_OF)
        .set("learner", learner.id())
        .set("journey", journey)
        .first(row -> row.getString("made_of"));
  }
}
