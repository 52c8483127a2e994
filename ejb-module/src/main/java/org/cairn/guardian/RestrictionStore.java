package org.cairn.guardian;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.guardian.GuardianView.Restriction;

/** Keeps on which days guardians see nothing, and tells who a learner's guardians are. */
@Singleton
class RestrictionStore {

  /** Days begin and end at the learner's school. */
  private static final SqlText ADD =
      SqlText.of(
          """
          insert into guardian_restriction (tenant_id, id, guardian_id, learner_id, from_day,
            until_day, starts_at, ends_at, reason, made_by, made_at)
          select :tenant, :id, :guardian, place.learner_id, :from::date, :until::date,
            :from::date::timestamp at time zone coalesce(school.zone, 'UTC'),
            (:until::date + 1)::timestamp at time zone coalesce(school.zone, 'UTC'),
            :reason, :by, :now
          from learner_place place
          left join school on school.tenant_id = :tenant and school.school_id = place.school_id
          where place.tenant_id = :tenant and place.learner_id = :learner
          """);

  private static final SqlText LIFT =
      SqlText.of(
          """
          update guardian_restriction set lifted_at = :now
          where tenant_id = :tenant and id = :id and guardian_id = :guardian
            and learner_id = :learner and lifted_at is null
          """);

  private static final SqlText FIND =
      SqlText.of(
          """
          select id, from_day, until_day, reason, lifted_at is null and starts_at <= :now
            and coalesce(ends_at, 'infinity') > :now as in_force
          from guardian_restriction
          where tenant_id = :tenant and id = :id and guardian_id = :guardian
            and learner_id = :learner
          """);

  private static final SqlText GUARDIANS =
      SqlText.of(
          """
          select link.guardian_id, coalesce(p.preferred_given_name, p.given_name) as given_name,
            p.family_name, link.source, link.since, held.id, held.from_day, held.until_day,
            held.reason, held.starts_at <= :now as in_force
          from guardianship link
          join person p on p.tenant_id = :tenant and p.id = link.guardian_id
          left join guardian_restriction held on held.tenant_id = :tenant
            and held.guardian_id = link.guardian_id and held.learner_id = link.learner_id
            and held.lifted_at is null and coalesce(held.ends_at, 'infinity') > :now
          where link.tenant_id = :tenant and link.learner_id = :learner and link.status = 'live'
          order by link.guardian_id, held.from_day, held.id
          """);

  private final TenantSql sql;

  @Inject
  RestrictionStore(TenantSql sql) {
    this.sql = sql;
  }

  void add(
      ActingLearner learner,
      UUID guardian,
      UUID id,
      RestrictionDraft draft,
      String by,
      Instant now) {
    sql.with(ADD)
        .set("learner", learner.id())
        .set("guardian", guardian)
        .set("id", id)
        .set("from", draft.from())
        .set("until", draft.until())
        .set("reason", draft.reason())
        .set("by", by)
        .set("now", now)
        .update();
  }

  /** Whether it held until now. */
  boolean lift(ActingLearner learner, UUID guardian, UUID id, Instant now) {
    return of(LIFT, learner, guardian, id).set("now", now).update() == 1;
  }

  Optional<Restriction> find(ActingLearner learner, UUID guardian, UUID id, Instant now) {
    return of(FIND, learner, guardian, id).set("now", now).first(RestrictionStore::restriction);
  }

  /** The learner's guardians, with the restrictions that hold or will. */
  List<GuardianView> guardians(ActingLearner learner, Instant now) {
    Map<UUID, GuardianView> guardians = new LinkedHashMap<>();
    sql.with(GUARDIANS)
        .set("learner", learner.id())
        .set("now", now)
        .list(
            row ->
                guardians.merge(
                    SqlCall.uuid(row, "guardian_id"), view(row), RestrictionStore::with));
    return List.copyOf(guardians.values());
  }

  private SqlCall of(SqlText text, ActingLearner learner, UUID guardian, UUID id) {
    return sql.with(text).set("learner", learner.id()).set("guardian", guardian).set("id", id);
  }

  private static GuardianView with(GuardianView first, GuardianView more) {
    List<Restriction> all = new ArrayList<>(first.restrictions());
    all.addAll(more.restrictions());
    return new GuardianView(
        first.guardianId(),
        first.givenName(),
        first.familyName(),
        first.source(),
        first.since(),
        all);
  }

  private static GuardianView view(ResultSet row) throws SQLException {
    return new GuardianView(
        SqlCall.uuid(row, "guardian_id"),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getString("source"),
        SqlCall.instant(row, "since"),
        row.getObject("id") == null ? List.of() : List.of(restriction(row)));
  }

  private static Restriction restriction(ResultSet row) throws SQLException {
    return new Restriction(
        SqlCall.uuid(row, "id"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class),
        row.getString("reason"),
        row.getBoolean("in_force"));
  }
}
