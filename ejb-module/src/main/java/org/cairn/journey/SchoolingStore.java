package org.cairn.journey;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.cairn.access.ActingLearner;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Reads what the roster publishes of schools and years. */
@Singleton
class SchoolingStore {

  private static final SqlText SCHOOLING =
      SqlText.of(
          """
          select grade, coalesce(zone, 'UTC') as zone from schooling
          where tenant_id = :tenant and learner_id = :learner
          """);

  /** The year that the day is in, else the one before it. */
  private static final SqlText SCHOOL_YEAR =
      SqlText.of(
          """
          select school_year from school_term
          where tenant_id = :tenant and start_date <= :day
          order by end_date >= :day desc, school_year desc limit 1
          """);

  private final TenantSql sql;

  @Inject
  SchoolingStore(TenantSql sql) {
    this.sql = sql;
  }

  Schooling of(ActingLearner learner) {
    return sql.with(SCHOOLING)
        .set("learner", learner.id())
        .first(row -> new Schooling(row.getString("grade"), ZoneId.of(row.getString("zone"))))
        .orElseGet(() -> new Schooling(null, ZoneOffset.UTC));
  }

  /** Of the learner's district; without a session in the roster, years begin in July. */
  int schoolYear(ActingLearner learner, LocalDate day) {
    return sql.with(SCHOOL_YEAR)
        .set("day", day)
        .first(row -> row.getInt(1))
        .orElseGet(() -> day.plusMonths(6).getYear());
  }
}
