package org.cairn.progress;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.cairn.access.Permissions;
import org.cairn.caller.TenantSql;
import org.cairn.events.EventLog;
import org.cairn.events.RecordedEvent;
import org.cairn.events.TestLog;
import org.cairn.shared.TestDatabase;
import org.jspecify.annotations.Nullable;

/** A learner's devices on the real database: what the boundary does, with the reaction. */
final class TestSync {

  private final String tenant;
  private final UUID learner;
  private Instant now = Instant.parse("2026-03-02T18:00:00Z");

  TestSync(String tenant, UUID learner) {
    this.tenant = tenant;
    this.learner = learner;
  }

  /** The parts, wired for one transaction. */
  record Parts(EventLog log, ProgressStore store, ProgressReading reading, TenantSql sql) {

    static Parts of(TenantSql sql, Clock clock) {
      ProgressStore store = new ProgressStore(sql);
      AtomicReference<@Nullable ProgressKeeping> keeping = new AtomicReference<>();
      EventLog log =
          TestLog.of(
              sql,
              clock,
              recorded -> {
                ProgressKeeping reaction = keeping.get();
                if (reaction != null) {
                  reaction.on(recorded);
                }
              });
      ProgressReading reading = new ProgressReading(store, log);
      keeping.set(new ProgressKeeping(store, reading));
      return new Parts(log, store, reading, sql);
    }
  }

  void at(String time) {
    now = Instant.parse(time);
  }

  <T> T inTransaction(Function<Parts, T> work) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return TestDatabase.inTenant(tenant, sql -> work.apply(Parts.of(sql, clock)));
  }

  SyncOutcome put(SyncDraft... drafts) {
    return put(Arrays.asList(drafts));
  }

  SyncOutcome put(List<SyncDraft> drafts) {
    return inTransaction(
        parts ->
            new SyncIntake(
                    parts.log(),
                    parts.store(),
                    new SyncDeviceStore(parts.sql()),
                    Clock.fixed(now, ZoneOffset.UTC))
                .take(Permissions.acting(learner), now, drafts));
  }

  SyncPage.Content read(@Nullable String since, int size) {
    return inTransaction(
        parts -> {
          var me = Permissions.self(learner);
          return new SyncPaging(parts.log(), parts.reading())
              .page(me, parts.store().point(me), since, false, size);
        });
  }

  String tag() {
    return inTransaction(
        parts -> {
          var me = Permissions.self(learner);
          return new SyncPaging(parts.log(), parts.reading()).tag(me, parts.store().point(me));
        });
  }

  String snapshot() {
    return String.valueOf(read(null, 1).snapshot());
  }

  /** What all events reduce to, past everything that is stored. */
  String reduced() {
    return inTransaction(
        parts -> {
          var me = Permissions.self(learner);
          return SnapshotText.of(
              parts
                  .reading()
                  .reduced(me, Long.MAX_VALUE, parts.store().point(me).calendar())
                  .progress());
        });
  }

  List<DeviceView> devices() {
    return inTransaction(parts -> new SyncDeviceStore(parts.sql()).all(Permissions.self(learner)));
  }

  static List<String> ids(SyncPage.Content page) {
    return page.events().stream().map(RecordedEvent::eventId).toList();
  }

  static SyncDraft progressed(String id, String time, String item, String status) {
    return event(
        id, time, "content.progressed", new HashMap<>(Map.of("contentId", item, "status", status)));
  }

  static SyncDraft event(
      String id, String time, String type, @Nullable Map<String, @Nullable Object> payload) {
    Map<String, @Nullable Object> members = new HashMap<>();
    members.put("eventId", id);
    members.put("occurredAt", time);
    members.put("clientId", "tablet");
    members.put("type", type);
    if (payload != null) {
      members.put("payload", payload);
    }
    return new SyncDraft(members, List.of());
  }

  static Object json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
