package org.cairn.analytics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/**
 * Has partitions made, detached and dropped, in the reserved tenant. The functions do it as the
 * owner of the tables; they answer false where there is nothing to do or somebody holds a lock.
 */
@Singleton
class PartitionStore {

  private static final SqlText ALL =
      SqlText.of("select p.month, p.attached from analytics_partitions() p order by p.month");

  private static final SqlText ARCHIVED =
      SqlText.of("select analytics_archived(:month::date) as done");

  private static final SqlText MAKE =
      SqlText.of("select make_analytics_partition(:month::date) as done");

  private static final SqlText DETACH =
      SqlText.of("select detach_analytics_partition(:month::date) as done");

  private static final SqlText DROP =
      SqlText.of("select drop_analytics_partition(:month::date) as done");

  private final TenantSql sql;

  @Inject
  PartitionStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * A partition.
   *
   * @param attached whether it is still a part of the whole
   */
  record Partition(LocalDate month, boolean attached) {}

  List<Partition> all() {
    return sql.with(ALL)
        .list(
            row ->
                new Partition(row.getObject("month", LocalDate.class), row.getBoolean("attached")));
  }

  /** Whether all districts have the month in their archives. */
  boolean isArchived(LocalDate month) {
    return call(ARCHIVED, month);
  }

  boolean make(LocalDate month) {
    return call(MAKE, month);
  }

  boolean detach(LocalDate month) {
    return call(DETACH, month);
  }

  boolean drop(LocalDate month) {
    return call(DROP, month);
  }

  private boolean call(SqlText text, LocalDate month) {
    return sql.with(text).set("month", month).first(row -> row.getBoolean("done")).orElseThrow();
  }
}
