package org.cairn.onboarding;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.access.Trust;
import org.cairn.events.EventPayload;
import org.cairn.events.RecordedEvent;
import org.cairn.onboarding.Step.Guide;
import org.cairn.onboarding.Step.Prerequisite;
import org.cairn.onboarding.StepCondition.OneEvent;
import org.jspecify.annotations.Nullable;

/** Tracks and events to judge; hours count from Monday at eight. */
final class TestTracks {

  static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

  private TestTracks() {}

  /** A track with a streak rule of 48 hours for 25 XP and a completion bonus of 25. */
  static Track track(Step... steps) {
    return new Track(
        "t",
        false,
        1,
        null,
        "T",
        null,
        Track.Audience.EVERYBODY,
        Track.Messages.NONE,
        true,
        true,
        new Track.StreakRule(48, 25),
        25,
        null,
        List.of(steps));
  }

  static Step step(String key, int xp, StepCondition condition) {
    return new Step(
        key,
        key,
        Guide.NONE,
        1,
        xp,
        true,
        false,
        condition,
        Availability.ALWAYS,
        List.of(),
        false,
        List.of(),
        null);
  }

  /** A step that one event of the name completes, for 5 XP. */
  static Step step(String key, String eventName) {
    return step(key, 5, new OneEvent(match(eventName)));
  }

  static Step optional(Step step) {
    return with(step, false, step.availability(), step.prerequisites(), false, step.branches());
  }

  static Step available(Step step, int unlockAfterHours, @Nullable Integer dueWithinHours) {
    return with(
        step,
        step.isRequired(),
        new Availability(unlockAfterHours, dueWithinHours),
        step.prerequisites(),
        step.anyPrerequisite(),
        step.branches());
  }

  static Step after(Step step, String... steps) {
    return requiring(step, false, steps);
  }

  static Step afterAny(Step step, String... steps) {
    return requiring(step, true, steps);
  }

  private static Step requiring(Step step, boolean any, String... steps) {
    List<Prerequisite> wanted =
        java.util.Arrays.stream(steps)
            .map(each -> each.split("/"))
            .map(each -> new Prerequisite(each[0], each.length > 1 ? each[1] : null))
            .toList();
    return with(step, step.isRequired(), step.availability(), wanted, any, step.branches());
  }

  static Step branching(Step step, Branch... branches) {
    return with(
        step,
        step.isRequired(),
        step.availability(),
        step.prerequisites(),
        step.anyPrerequisite(),
        List.of(branches));
  }

  static Step retired(Step step, Instant at) {
    return new Step(
        step.key(),
        step.title(),
        step.guide(),
        step.order(),
        step.xpReward(),
        step.isRequired(),
        step.canSkip(),
        step.completion(),
        step.availability(),
        step.prerequisites(),
        step.anyPrerequisite(),
        step.branches(),
        at);
  }

  private static Step with(
      Step step,
      boolean required,
      Availability availability,
      List<Prerequisite> wanted,
      boolean any,
      List<Branch> branches) {
    return new Step(
        step.key(),
        step.title(),
        step.guide(),
        step.order(),
        step.xpReward(),
        required,
        step.canSkip(),
        step.completion(),
        availability,
        wanted,
        any,
        branches,
        step.retiredAt());
  }

  static EventMatch match(String name) {
    return new EventMatch(name, null, null, Map.of(), Trust.CLIENT);
  }

  /** What a branch asks for: a value of the payload. */
  static EventMatch carrying(String key, Object value) {
    return new EventMatch(null, null, null, Map.of(key, value), Trust.CLIENT);
  }

  static Instant hour(int hour) {
    return MONDAY.plus(hour, ChronoUnit.HOURS);
  }

  static RecordedEvent event(String id, String name, int hour) {
    return event(id, name, hour, Map.of(), Trust.CLIENT);
  }

  static RecordedEvent event(String id, String name, int hour, Map<String, Object> payload) {
    return event(id, name, hour, payload, Trust.CLIENT);
  }

  static RecordedEvent event(
      String id, String name, int hour, Map<String, Object> payload, Trust trust) {
    return new RecordedEvent(
        new UUID(0, 1),
        1,
        id,
        name,
        null,
        null,
        null,
        null,
        payload.isEmpty() ? null : EventPayload.of(payload),
        hour(hour),
        hour(hour),
        hour(hour),
        trust);
  }

  /** A command of the track {@code t}. */
  static RecordedEvent command(String id, TrackCommand command, int hour, @Nullable String step) {
    var event = command.event("t", step, Map.of());
    return new RecordedEvent(
        new UUID(0, 1),
        1,
        id,
        event.name(),
        event.version(),
        event.sourceModule(),
        null,
        null,
        event.payload(),
        hour(hour),
        hour(hour),
        hour(hour),
        Trust.SERVER);
  }

  static TrackState fold(Track track, RecordedEvent... events) {
    return TrackFold.fold(track, Witness.of(track, List.of(events)));
  }
}
