package org.cairn.overview;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.overview.OverviewView.Week;
import org.jspecify.annotations.Nullable;

/** Reads who a learner is, and its week. */
@Singleton
class OverviewStore {

  private static final SqlText CHILD =
      SqlText.of(
          """
          select coalesce(p.preferred_given_name, p.given_name) as given_name, p.grade,
            coalesce(s.zone, 'UTC') as zone
          from person p
          left join schooling s on s.tenant_id = :tenant and s.learner_id = p.id
          where p.tenant_id = :tenant and p.id = :learner
          """);

  private static final SqlText TIME =
      SqlText.of(
          """
          select coalesce(sum(given.time_spent), 0) as spent, count(*) as answers
          from answer_given given
          where given.tenant_id = :tenant and given.learner_id = :learner
            and given.effective_at >= :since
          """);

  private final TenantSql sql;

  @Inject
  OverviewStore(TenantSql sql) {
    this.sql = sql;
  }

  /** A learner as the roster has it. */
  record Child(String givenName, @Nullable String grade, ZoneId zone) {

    /** The Monday of the week that it is at the learner's school. */
    LocalDate monday(Instant now) {
      return LocalDate.ofInstant(now, zone)
          .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
  }

  Child child(VisibleLearner learner) {
    return sql.with(CHILD)
        .set("learner", learner.id())
        .first(
            row ->
                new Child(
                    row.getString("given_name"),
                    row.getString("grade"),
                    ZoneId.of(row.getString("zone"))))
        .orElseThrow();
  }

  Week week(VisibleLearner learner, Child child, Instant now) {
    LocalDate monday = child.monday(now);
    return sql.with(TIME)
        .set("learner", learner.id())
        .set("since", monday.atStartOfDay(child.zone()).toInstant())
        .first(row -> new Week(monday, row.getLong("spent"), row.getInt("answers")))
        .orElseThrow();
  }
}
