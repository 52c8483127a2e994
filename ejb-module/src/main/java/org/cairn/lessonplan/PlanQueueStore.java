package org.cairn.lessonplan;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.lessonplan.LessonPlanMaking.Wanted;
import org.jspecify.annotations.Nullable;

/** Lists the plans of a district that are wanted and not made, of people who are still there. */
@Singleton
class PlanQueueStore {

  private static final String OPEN =
      """
      from lesson_plan plan
      where plan.tenant_id = :tenant and plan.made_at is null and exists (
        select from person p where p.tenant_id = :tenant and p.id = plan.learner_id)
      """;

  private static final SqlText COUNT = SqlText.of("select count(*) " + OPEN);

  private static final SqlText PAGE =
      SqlText.of(
          "select plan.learner_id, plan.journey_id "
              + OPEN
              + """
              and (:learner::uuid is null
                or (plan.learner_id, plan.journey_id) > (:learner::uuid, :journey::uuid))
              order by plan.learner_id, plan.journey_id limit :limit
              """);

  private final TenantSql sql;

  @Inject
  PlanQueueStore(TenantSql sql) {
    this.sql = sql;
  }

  long count() {
    return sql.with(COUNT).first(row -> row.getLong(1)).orElse(0L);
  }

  List<Wanted> page(@Nullable Wanted after, int limit) {
    return sql.with(PAGE)
        .set("learner", after == null ? null : after.learner())
        .set("journey", after == null ? null : after.journey())
        .set("limit", limit)
        .list(row -> new Wanted(SqlCall.uuid(row, "learner_id"), SqlCall.uuid(row, "journey_id")));
  }
}
