package org.cairn.onboarding;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.cairn.access.ActingLearner;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.roster.SchoolCalendar;

/** The tips that learners were given, and the clock of their schools. */
@Singleton
class TipStore {

  private static final SqlText ZONE =
      SqlText.of(
          """
          select zone from schooling
          where tenant_id = :tenant and learner_id = :learner and zone is not null
          """);

  private static final SqlText LATEST =
      SqlText.of(
          """
          select day, number, given_at, track_key, step_key from onboarding_tip
          where tenant_id = :tenant and learner_id = :learner
          order by day desc, number desc limit 1
          """);

  /** Of two that are given at the same time, one. */
  private static final SqlText ADD =
      SqlText.of(
          """
          insert into onboarding_tip (tenant_id, learner_id, day, number, given_at, track_key,
            step_key)
          values (:tenant, :learner, :day, :number, :givenAt, :track, :step)
          on conflict do nothing
          """);

  private final TenantSql sql;

  @Inject
  TipStore(TenantSql sql) {
    this.sql = sql;
  }

  /** When the learner's days begin; on which of them the school meets does not matter here. */
  SchoolCalendar calendar(VisibleLearner learner) {
    ZoneId zone =
        sql.with(ZONE)
            .set("learner", learner.id())
            .first(row -> ZoneId.of(row.getString("zone")))
            .orElse(ZoneOffset.UTC);
    return new SchoolCalendar(zone, Set.of());
  }

  Optional<Tip> latest(VisibleLearner learner) {
    return sql.with(LATEST)
        .set("learner", learner.id())
        .first(
            row ->
                new Tip(
                    row.getObject("day", LocalDate.class),
                    row.getInt("number"),
                    SqlCall.instant(row, "given_at"),
                    row.getString("track_key"),
                    row.getString("step_key")));
  }

  void add(ActingLearner learner, Tip tip) {
    sql.with(ADD)
        .set("learner", learner.id())
        .set("day", tip.day())
        .set("number", tip.number())
        .set("givenAt", tip.givenAt())
        .set("track", tip.trackKey())
        .set("step", tip.stepKey())
        .update();
  }
}
