package org.cairn.progress;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.cairn.access.ActingLearner;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** The devices that learners sync from. */
@Singleton
class SyncDeviceStore {

  /** Older ones make room, so that a device that renames itself fills nothing. */
  static final int MOST = 50;

  private static final SqlText SYNCED =
      SqlText.of(
          """
          insert into progress_device (tenant_id, learner_id, client_id, synced_at, clock_skew)
          select :tenant, :learner, given.id, :now, :skew
          from unnest(:clients::text[]) as given (id)
          on conflict (tenant_id, learner_id, client_id) do update set
            synced_at = excluded.synced_at, clock_skew = excluded.clock_skew
          returning xmax::text = '0' as is_new
          """);

  private static final SqlText FORGET =
      SqlText.of(
          """
          delete from progress_device
          where tenant_id = :tenant and learner_id = :learner and client_id not in (
            select client_id from progress_device
            where tenant_id = :tenant and learner_id = :learner
            order by synced_at desc, client_id limit :most)
          """);

  private static final SqlText LIST =
      SqlText.of(
          """
          select client_id, synced_at, clock_skew from progress_device
          where tenant_id = :tenant and learner_id = :learner
          order by synced_at desc, client_id limit :most
          """);

  private final TenantSql sql;

  @Inject
  SyncDeviceStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Notes that these have sent events just now; new ones make the oldest go. */
  void synced(ActingLearner learner, Collection<String> clients, long skew, Instant now) {
    List<Boolean> added =
        sql.with(SYNCED)
            .set("learner", learner.id())
            .set("clients", clients)
            .set("skew", skew)
            .set("now", now)
            .list(row -> row.getBoolean("is_new"));
    if (added.contains(true)) {
      sql.with(FORGET).set("learner", learner.id()).set("most", MOST).update();
    }
  }

  /** The devices, the latest first. */
  List<DeviceView> all(VisibleLearner learner) {
    return sql.with(LIST)
        .set("learner", learner.id())
        .set("most", MOST)
        .list(
            row ->
                new DeviceView(
                    row.getString("client_id"),
                    SqlCall.instant(row, "synced_at"),
                    row.getLong("clock_skew")));
  }
}
