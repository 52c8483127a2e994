package org.cairn.roster;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/**
 * The links of guardians and children that the roster states: a student's agentSourcedIds, where
 * they name somebody whose role is parent or guardian.
 *
 * <p>Only rows that state agents decide: a student without a row, or a file without the column,
 * leaves the links alone. Links made by pairing end elsewhere, and what a person has ended the
 * roster does not bring back.
 */
@Singleton
class GuardianshipStore {

  /** Each set is made before it is joined: inside a join the planner would make it per row. */
  private static final SqlText MERGE =
      SqlText.of(
          """
          with stating as materialized (
            select student.id as learner_id, r.fields
            from roster_row r
            join roster_user student
              on student.tenant_id = :tenant and student.sourced_id = r.sourced_id
            where r.tenant_id = :tenant and r.import_id = :import and r.kind = 'users'
              and r.status = 'active' and not r.refused
              and jsonb_exists(r.fields, 'agentSourcedIds')
          ), named as materialized (
            select stating.learner_id, agent.value as sourced_id
            from stating
            cross join lateral jsonb_array_elements_text(stating.fields->'agentSourcedIds') agent
          ), stated as materialized (
            select distinct agent.id as guardian_id, named.learner_id
            from named
            join roster_user agent
              on agent.tenant_id = :tenant and agent.sourced_id = named.sourced_id
              and agent.status = 'active' and agent.id <> named.learner_id
            where named.learner_id in (
                select user_id from user_role
                where tenant_id = :tenant and role = 'student' and status = 'active')
              and agent.id in (
                select user_id from user_role
                where tenant_id = :tenant and role in ('parent', 'guardian')
                  and status = 'active')
          ), ended as (
            update guardianship g set status = 'ended', ended_at = :now, changed_in = :import
            from stating
            where g.tenant_id = :tenant and g.learner_id = stating.learner_id
              and g.source = 'roster' and g.status = 'live'
              and not exists (
                select from stated
                where stated.guardian_id = g.guardian_id and stated.learner_id = g.learner_id)
            returning 1
          ), wanted as materialized (
            select stated.*, g.status as was, g.ended_by is not null as ended_by_hand
            from stated
            left join guardianship g on g.tenant_id = :tenant
              and g.guardian_id = stated.guardian_id and g.learner_id = stated.learner_id
          ), written as (
            insert into guardianship as g
              (tenant_id, guardian_id, learner_id, source, status, since, changed_in)
            select :tenant, guardian_id, learner_id, 'roster', 'live', :now, :import::uuid
            from wanted where was is distinct from 'live' and not ended_by_hand
            on conflict (tenant_id, guardian_id, learner_id) do update
            set source = 'roster', status = 'live', ended_at = null,
              changed_in = excluded.changed_in
          )
          select count(*) filter (where was is null) as created,
            count(*) filter (where was = 'ended' and not ended_by_hand) as reactivated,
            count(*) filter (where was = 'live') as unchanged,
            (select count(*) from ended) as ended
          from wanted
          """);

  private static final SqlText LIVE =
      SqlText.of(
          """
          select count(*) from guardianship
          where tenant_id = :tenant and source = 'roster' and status = 'live'
          """);

  private final TenantSql sql;

  @Inject
  GuardianshipStore(TenantSql sql) {
    this.sql = sql;
  }

  ChangeCounts merge(UUID importId, Instant now) {
    return sql.with(MERGE)
        .set("import", importId)
        .set("now", now)
        .first(
            row ->
                new ChangeCounts(
                    row.getLong("created"),
                    0,
                    row.getLong("ended"),
                    row.getLong("reactivated"),
                    row.getLong("unchanged")))
        .orElseThrow();
  }

  long live() {
    return sql.with(LIVE).first(row -> row.getLong(1)).orElseThrow();
  }
}
