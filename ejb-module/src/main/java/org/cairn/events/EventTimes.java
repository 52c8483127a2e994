package org.cairn.events;

import java.time.Duration;
import java.time.Instant;

/** When an event counts. */
final class EventTimes {

  /** How far a sender's clock may run ahead before it is not believed. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private EventTimes() {}

  /** The time that counts: an event from the future counts when it was received. */
  static Instant effective(Instant occurredAt, Instant receivedAt) {
    return occurredAt.isAfter(receivedAt.plus(TOLERANCE)) ? receivedAt : occurredAt;
  }

  static boolean isSane(Instant time) {
    return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
  }
}
