package org.cairn.events;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.cairn.caller.TenantSql;
import org.cairn.shared.NobodyListens;

/** The log outside a container, with one listener. */
public final class TestLog {

  private TestLog() {}

  /** A log that tells new events to the listener. */
  public static EventLog of(TenantSql sql, Clock clock, Consumer<EventsRecorded> listener) {
    return new EventLog(
        new LearningEventStore(sql),
        new PastEventStore(sql),
        clock,
        event(listener),
        NobodyListens.event(),
        new CheckedEvents());
  }

  /** What the sender of an event is told. */
  public static List<Consequence> told(Consequences consequences, String eventId) {
    return consequences.of(eventId);
  }

  @SuppressWarnings("unchecked")
  private static Event<EventsRecorded> event(Consumer<EventsRecorded> listener) {
    return (Event<EventsRecorded>)
        Proxy.newProxyInstance(
            TestLog.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, arguments) -> {
              listener.accept((EventsRecorded) arguments[0]);
              return null;
            });
  }
}
