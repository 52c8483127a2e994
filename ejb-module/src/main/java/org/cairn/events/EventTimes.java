package org.cairn.events;

import java.time.Duration;
import java.time.Instant;

/** When an event counts. */
final class EventTimes {

  /** How far a sender's clock may run ahead before it is not believed. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private EventTimes() {}

  /** The time that counts: an event from the future counts when it was received. */
  static Instant effective(Instant occurredAt, Instant receivedAt) {
    return occurredAt.isAfter(receivedAt.plus(TOLERANCE)) ? receivedAt : occurredAt;
  }
}
