package org.cairn.analytics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

/**
 * Has partitions made, detached and dropped, in the reserved tenant. The functions do it as the
 * owner of the tables; they answer false where there is nothing to do or somebody holds a lock.
 */
@Singleton
class PartitionStore {

  private static final SqlText ALL =
      SqlText.of(
          """
          select p.month, p.attached, d.detached_at
          from analytics_partitions() p
          left join analytics_detached d on d.tenant_id = :tenant and d.month = p.month
          order by p.month
          """);

  private static final SqlText ARCHIVED =
      SqlText.of("select analytics_archived(:month::date) as done");

  private static final SqlText MAKE =
      SqlText.of("select make_analytics_partition(:month::date) as done");

  private static final SqlText DETACH =
      SqlText.of("select detach_analytics_partition(:month::date, :moment::timestamptz) as done");

  private static final SqlText DROP =
      SqlText.of("select drop_analytics_partition(:month::date, :moment::timestamptz) as done");

  private final TenantSql sql;

  @Inject
  PartitionStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * A partition.
   *
   * @param attached whether it is still a part of the whole
   * @param detachedAt when it ceased to be, as far as the maintenance has noted it
   */
  record Partition(LocalDate month, boolean attached, @Nullable Instant detachedAt) {

    /** Whether it is to be detached, or that somebody else has done so is to be noted. */
    boolean isToBeDetached() {
      return attached || detachedAt == null;
    }

    boolean isDetachedBy(Instant moment) {
      return !attached && detachedAt != null && !detachedAt.isAfter(moment);
    }
  }

  List<Partition> all() {
    return sql.with(ALL)
        .list(
            row ->
                new Partition(
                    row.getObject("month", LocalDate.class),
                    row.getBoolean("attached"),
                    SqlCall.instantOrNull(row, "detached_at")));
  }

  /** Whether all districts have the month in their archives. */
  boolean isArchived(LocalDate month) {
    return done(sql.with(ARCHIVED).set("month", month));
  }

  boolean make(LocalDate month) {
    return done(sql.with(MAKE).set("month", month));
  }

  /** Detaches a month's partition, and notes that it was now. */
  boolean detach(LocalDate month, Instant now) {
    return done(sql.with(DETACH).set("month", month).set("moment", now));
  }

  /** Drops a month's partition that was detached by a moment. */
  boolean drop(LocalDate month, Instant detachedBy) {
    return done(sql.with(DROP).set("month", month).set("moment", detachedBy));
  }

  private static boolean done(SqlCall call) {
    return call.first(row -> row.getBoolean("done")).orElseThrow();
  }
}
