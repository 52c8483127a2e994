package org.cairn.guardian;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cairn.access.ActingGuardian;
import org.cairn.access.ActingLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** The links of guardians and children that people make and end. */
@Singleton
class LinkStore {

  private static final SqlText LINK =
      SqlText.of(
          """
          insert into guardianship as g (tenant_id, guardian_id, learner_id, source, status, since)
          values (:tenant, :guardian, :learner, 'pairing', 'live', :now)
          on conflict (tenant_id, guardian_id, learner_id) do update
          set source = 'pairing', status = 'live', since = excluded.since, ended_at = null,
            ended_by = null
          where g.status = 'ended'
          """);

  private static final SqlText END =
      SqlText.of(
          """
          update guardianship set status = 'ended', ended_at = :now, ended_by = :by
          where tenant_id = :tenant and guardian_id = :guardian and learner_id = :learner
            and status = 'live'
          """);

  private static final SqlText EXISTS =
      SqlText.of(
          """
          select status from guardianship
          where tenant_id = :tenant and guardian_id = :guardian and learner_id = :learner
          """);

  private static final SqlText CHILDREN =
      SqlText.of(
          """
          select link.learner_id, coalesce(p.preferred_given_name, p.given_name) as given_name,
            p.grade, link.source, link.since
          from guards
          join guardianship link on link.tenant_id = :tenant
            and link.guardian_id = guards.viewer_id and link.learner_id = guards.learner_id
          join person p on p.tenant_id = :tenant and p.id = link.learner_id
          where guards.tenant_id = :tenant and guards.viewer_id = :guardian
          order by link.learner_id
          """);

  private final TenantSql sql;

  @Inject
  LinkStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Whether they were not linked before. */
  boolean link(ActingGuardian guardian, UUID learner, Instant now) {
    return sql.with(LINK)
            .set("guardian", guardian.id())
            .set("learner", learner)
            .set("now", now)
            .update()
        == 1;
  }

  /** Whether they were linked before. */
  boolean end(ActingLearner learner, UUID guardian, String by, Instant now) {
    return ended(learner.id(), guardian, by, now);
  }

  /** Whether they were linked before. */
  boolean end(ActingGuardian guardian, UUID learner, String by, Instant now) {
    return ended(learner, guardian.id(), by, now);
  }

  /** Whether they were ever linked. */
  boolean isKnown(ActingLearner learner, UUID guardian) {
    return known(learner.id(), guardian);
  }

  /** Whether they were ever linked. */
  boolean isKnown(ActingGuardian guardian, UUID learner) {
    return known(learner, guardian.id());
  }

  List<ChildView> children(ActingGuardian guardian) {
    return sql.with(CHILDREN)
        .set("guardian", guardian.id())
        .list(
            row ->
                new ChildView(
                    SqlCall.uuid(row, "learner_id"),
                    row.getString("given_name"),
                    row.getString("grade"),
                    row.getString("source"),
                    SqlCall.instant(row, "since")));
  }

  private boolean ended(UUID learner, UUID guardian, String by, Instant now) {
    return sql.with(END)
            .set("learner", learner)
            .set("guardian", guardian)
            .set("by", by)
            .set("now", now)
            .update()
        == 1;
  }

  private boolean known(UUID learner, UUID guardian) {
    return sql.with(EXISTS)
        .set("learner", learner)
        .set("guardian", guardian)
        .first(row -> true)
        .orElse(false);
  }
}
