package org.cairn.onboarding;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.cairn.events.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * When a step is complete (spec: events and onboarding, "Completion conditions").
 *
 * <p>All kinds are one thing: so many <em>different</em> tokens, each within a window from the
 * track's start. An event's token is its id, or the skill that it tells of.
 */
sealed interface StepCondition {

  EventMatch match();

  /** How many different tokens complete. */
  int needed();

  /**
   * Whether the event adds anything.
   *
   * @param event one that {@link #match} speaks of
   */
  default boolean adds(RecordedEvent event) {
    return true;
  }

  /** The skill that the event tells of, where different ones are asked for. */
  default @Nullable String skill(RecordedEvent event) {
    return null;
  }

  /** From how long after the start on events are looked at. */
  default int opensAfterHours() {
    return 0;
  }

  default Instant opensAt(Instant start) {
    return start.plus(Duration.ofHours(opensAfterHours()));
  }

  /** Until how long after the start events are looked at; absent: for ever. */
  default @Nullable Integer closesAfterHours() {
    return null;
  }

  default @Nullable Instant closesAt(Instant start) {
    Integer hours = closesAfterHours();
    return hours == null ? null : start.plus(Duration.ofHours(hours));
  }

  /** One matching event completes. */
  record OneEvent(EventMatch match) implements StepCondition {

    @Override
    public int needed() {
      return 1;
    }
  }

  /**
   * That many distinct matching events complete.
   *
   * @param withinHours each within this time from the start, where given
   */
  record Count(EventMatch match, int atLeast, @Nullable Integer withinHours)
      implements StepCondition {

    @Override
    public int needed() {
      return atLeast;
    }

    @Override
    public @Nullable Integer closesAfterHours() {
      return withinHours;
    }
  }

  /** One matching event between two times from the start, both included. */
  record TimeWindow(EventMatch match, int opensAfterHours, @Nullable Integer closesAfterHours)
      implements StepCondition {

    @Override
    public int needed() {
      return 1;
    }
  }

  /**
   * That many different skills have reached the mastery; one that reaches it often counts once.
   *
   * @param skillField the payload's key for the skill or card
   * @param masteryField the payload's key for a number
   */
  record SrsMastery(
      EventMatch match,
      String skillField,
      String masteryField,
      BigDecimal minimumMastery,
      int requiredCount)
      implements StepCondition {

    @Override
    public int needed() {
      return requiredCount;
    }

    @Override
    public boolean adds(RecordedEvent event) {
      Object mastery = event.payload() == null ? null : event.payload().value(masteryField);
      return skill(event) != null
          && mastery instanceof Number
          && EventMatch.decimal(mastery).compareTo(minimumMastery) >= 0;
    }

    @Override
    public @Nullable String skill(RecordedEvent event) {
      Object skill = event.payload() == null ? null : event.payload().value(skillField);
      return skill instanceof String || skill instanceof Number ? skill.toString() : null;
    }
  }
}
