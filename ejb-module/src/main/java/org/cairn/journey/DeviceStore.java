package org.cairn.journey;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

/** Where learners go on with their journeys. */
@Singleton
class DeviceStore {

  /** Older ones make room, so that a device that renames itself fills nothing. */
  private static final int MOST = 50;

  private static final SqlText SEEN =
      SqlText.of(
          """
          insert into journey_device (tenant_id, learner_id, device_id, journey_id, session_id,
            last_seen_at)
          select :tenant, :learner, :device, :journey, :session::uuid, :now
          on conflict (tenant_id, learner_id, device_id) do update set
            journey_id = excluded.journey_id,
            session_id = coalesce(excluded.session_id, journey_device.session_id),
            last_seen_at = excluded.last_seen_at
          """);

  private static final SqlText LIST =
      SqlText.of(
          """
          select * from journey_device where tenant_id = :tenant and learner_id = :learner
          order by last_seen_at desc, device_id limit :most
          """);

  private static final SqlText FORGET =
      SqlText.of(
          """
          delete from journey_device
          where tenant_id = :tenant and learner_id = :learner and device_id not in (
            select device_id from journey_device
            where tenant_id = :tenant and learner_id = :learner
            order by last_seen_at desc, device_id limit :most)
          """);

  private final TenantSql sql;
  private final Clock clock;

  @Inject
  DeviceStore(TenantSql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Notes where the learner is, if the device names itself; a new journey drops old devices. */
  void seen(ActingLearner learner, @Nullable String device, UUID journey, @Nullable UUID session) {
    if (device == null) {
      return;
    }
    sql.with(SEEN)
        .set("learner", learner.id())
        .set("device", device)
        .set("journey", journey)
        .set("session", session)
        .set("now", clock.instant())
        .update();
    if (session == null) {
      sql.with(FORGET).set("learner", learner.id()).set("most", MOST).update();
    }
  }

  /** The devices, the latest first. */
  List<JourneyRecords.Device> all(VisibleLearner learner) {
    return sql.with(LIST)
        .set("learner", learner.id())
        .set("most", MOST)
        .list(
            row ->
                new JourneyRecords.Device(
                    row.getString("device_id"),
                    SqlCall.instant(row, "last_seen_at"),
                    SqlCall.uuid(row, "journey_id"),
                    row.getObject("session_id", UUID.class)));
  }
}
