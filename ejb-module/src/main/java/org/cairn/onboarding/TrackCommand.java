package org.cairn.onboarding;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.access.Trust;
import org.cairn.events.EventPayload;
import org.cairn.events.NewEvent;
import org.cairn.events.NewEvent.OwnId;
import org.cairn.events.RecordedEvent;
import org.cairn.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What people decide about a track, as events of the log. Their names are Cairn's own: only Cairn
 * itself can append them.
 */
enum TrackCommand {
  START("onboarding.track.started", Evidence.Kind.STARTED),
  DISMISS("onboarding.track.dismissed", Evidence.Kind.DISMISSED),
  UNDISMISS("onboarding.track.undismissed", Evidence.Kind.UNDISMISSED),
  SKIP("onboarding.step.skipped", Evidence.Kind.SKIPPED),
  WAIVE("onboarding.step.waived", Evidence.Kind.WAIVED),
  /** Steps are gone from the definition: the track is judged anew. */
  RETIRE("onboarding.step.retired", null);

  private static final String TRACK = "trackKey";
  private static final String STEP = "stepKey";

  private final String eventName;
  private final Evidence.@Nullable Kind kind;

  TrackCommand(String eventName, Evidence.@Nullable Kind kind) {
    this.eventName = eventName;
    this.kind = kind;
  }

  /** The names of all commands' events. */
  static List<String> names() {
    return Arrays.stream(values()).map(command -> command.eventName).toList();
  }

  /** The command that an event is, if it is one. */
  static Optional<TrackCommand> of(RecordedEvent event) {
    return event.trust() == Trust.SERVER
        ? Arrays.stream(values()).filter(each -> each.eventName.equals(event.name())).findFirst()
        : Optional.empty();
  }

  /** The key of the track that a command's event is about. */
  static String trackOf(RecordedEvent event) {
    return event.payload() == null ? "" : String.valueOf(event.payload().value(TRACK));
  }

  /**
   * The event by which it goes into the log, now.
   *
   * @param more what else is to be known of it
   */
  NewEvent event(String track, @Nullable String step, Map<String, Object> more) {
    Map<String, @Nullable Object> payload = new java.util.TreeMap<>(more);
    payload.put(TRACK, track);
    if (step != null) {
      payload.put(STEP, step);
    }
    return new NewEvent(
        OwnId.ONBOARDING.of(Ids.next().toString()),
        eventName,
        1,
        "onboarding",
        null,
        null,
        EventPayload.of(payload),
        null);
  }

  /** What a command's event says about its track. */
  Optional<Evidence> evidence(RecordedEvent event) {
    if (kind == null || event.payload() == null) {
      return Optional.empty();
    }
    Object step = event.payload().value(STEP);
    return Optional.of(
        new Evidence(
            kind,
            step == null ? "" : step.toString(),
            event.eventId(),
            event.effectiveAt(),
            kind == Evidence.Kind.WAIVED,
            null,
            null));
  }
}
