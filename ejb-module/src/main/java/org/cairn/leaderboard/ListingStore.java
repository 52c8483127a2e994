package org.cairn.leaderboard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/**
 * Says who is on boards. Entries are locked in the order of learners, as batches of events lock
 * them, so that neither waits for the other.
 */
@Singleton
class ListingStore {

  private static final String LIST =
      """
      with wanted as materialized (
        select c.learner_id, c.listed, c.school_id, c.grade
        from leaderboard_candidate c
        join leaderboard_entry e on e.tenant_id = :tenant and e.learner_id = c.learner_id
        where c.tenant_id = :tenant and @which
          and (e.listed, e.school_id, e.grade) is distinct from (c.listed, c.school_id, c.grade)
      ), locked as materialized (
        select e.learner_id from leaderboard_entry e
        where e.tenant_id = :tenant and e.learner_id in (select w.learner_id from wanted w)
        order by e.learner_id for update
      )
      update leaderboard_entry e
      set listed = w.listed, school_id = w.school_id, grade = w.grade
      from wanted w join locked l on l.learner_id = w.learner_id
      where e.tenant_id = :tenant and e.learner_id = w.learner_id
      """;

  private static final SqlText FOLLOW =
      SqlText.of(
          LIST.replace(
              "@which",
              """
              c.learner_id in (select r.learner_id from roster_change r
                where r.tenant_id = :tenant and r.import_id = :import)"""));

  private static final SqlText OF_SCHOOLS =
      SqlText.of(LIST.replace("@which", "c.school_id = any(:schools::uuid[])"));

  private static final SqlText ALL = SqlText.of(LIST.replace("@which", "true"));

  /** Also where there is no entry yet: one that is made at this very moment waits for this. */
  private static final SqlText ONE =
      SqlText.of(
          """
          insert into leaderboard_entry (tenant_id, learner_id, listed, school_id, grade)
          select :tenant, c.learner_id, c.listed, c.school_id, c.grade
          from leaderboard_candidate c where c.tenant_id = :tenant and c.learner_id = :learner
          on conflict (tenant_id, learner_id) do update set listed = excluded.listed
          """);

  private final TenantSql sql;

  @Inject
  ListingStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Follows what an import has changed. */
  void follow(UUID importId) {
    sql.with(FOLLOW).set("import", importId).update();
  }

  /** Follows the settings, which have turned these schools on or off. */
  void follow(Collection<UUID> schools) {
    sql.with(OF_SCHOOLS).set("schools", schools).update();
  }

  /** Follows everything, whatever was missed. */
  void followAll() {
    sql.with(ALL).update();
  }

  /** Follows what was decided for one learner. */
  void follow(VisibleLearner learner) {
    sql.with(ONE).set("learner", learner.id()).update();
  }
}
