package org.cairn.onboarding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.ActingLearner;
import org.cairn.audit.Origin;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.events.AppendedEvent;
import org.cairn.events.Consequence;
import org.cairn.events.Consequences;
import org.cairn.events.EventLog;
import org.cairn.events.EventProblem;
import org.cairn.events.NewEvent;
import org.cairn.events.RecordedEvent;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The contract {@code learning.onboarding.recordEvent}: a product's event, recorded to advance
 * onboarding (spec: events and onboarding, "Operations").
 */
@Stateless
@RolesAllowed({Roles.LEARNER, Roles.SYSTEM})
public class OnboardingEvents {

  /**
   * An event as a sender wrote it, not checked yet.
   *
   * @param learnerId an id, or {@code me}
   * @param trackId the key of a track that must have a step for the event; absent, none need have
   * @param eventPayload as {@link org.cairn.events.EventDraft#payload}
   * @param eventId absent, it is derived from the key
   * @param idempotencyKey the sender's own name for the request
   * @param unreadable fields that hold another kind of value than theirs
   */
  public record Draft(
      @Nullable String learnerId,
      @Nullable String trackId,
      @Nullable String eventName,
      @Nullable Integer eventVersion,
      @Nullable Map<String, @Nullable Object> eventPayload,
      @Nullable Instant occurredAt,
      @Nullable String eventId,
      @Nullable String idempotencyKey,
      List<FieldError> unreadable) {}

  /**
   * A step whose condition speaks of the event.
   *
   * @param completed whether this event has completed it
   */
  public record MatchedStep(String trackKey, String stepKey, boolean completed) {}

  /**
   * What became of the event.
   *
   * @param success always true: what fails is a problem
   * @param xpEarned by the event, on all tracks, when it was recorded
   * @param matched by track and step
   */
  public record Recorded(boolean success, int xpEarned, List<MatchedStep> matched) {}

  @Inject private Access access;
  @Inject private EventLog log;
  @Inject private MatchedSteps matching;

  /**
   * Records the event and advances every track that it matches; a named track is a check and no
   * filter. The same event again gets the same answer and counts once.
   *
   * @throws ProblemException {@code TRACK_NOT_FOUND} for a track or a learner that is not the
   *     caller's, {@code STEP_NOT_FOUND}, {@code EVENT_INVALID}, {@code PAYLOAD_REJECTED}, {@code
   *     EVENT_CONFLICT}; then nothing is stored
   */
  public Recorded record(Draft draft) {
    NewEvent event = ContractEvent.checked(draft, Callers.current().subject(), log::checked);
    ActingLearner learner = acting(String.valueOf(draft.learnerId()));
    Consequences consequences = new Consequences();
    AppendedEvent appended = log.append(learner, List.of(event), consequences).get(0);
    if (appended.status() == AppendedEvent.Status.CONFLICT) {
      throw EventProblem.EVENT_CONFLICT.with(
          "The event was not recorded; the one with this id stands as it was.",
          new FieldError("/eventId", "an id that no other event of the learner has"));
    }
    return recorded(draft, learner, appended.event(), consequences.of(event.eventId()));
  }

  private Recorded recorded(
      Draft draft, ActingLearner learner, RecordedEvent event, List<Consequence> consequences) {
    List<MatchedStep> matched = matching.of(learner, event, consequences, draft.trackId());
    int xp = consequences.stream().mapToInt(c -> c.xp() == null ? 0 : c.xp()).sum();
    return new Recorded(true, xp, matched);
  }

  /** Who is unknown and who is somebody else's get the same answer. */
  private ActingLearner acting(String learner) {
    Caller caller = Callers.current();
    if (caller.is(Roles.SYSTEM)) {
      UUID id = idOf(learner);
      ActingLearner known = access.acting(List.of(id)).get(id);
      return known == null ? withheld(id) : known;
    }
    ActingLearner me = access.acting();
    boolean isMe = learner.equals(Access.ME) || idOf(learner).equals(me.id());
    return isMe ? me : withheld(idOf(learner));
  }

  private static UUID idOf(String learner) {
    try {
      return UUID.fromString(learner);
    } catch (IllegalArgumentException e) {
      throw unknownLearner();
    }
  }

  private static ActingLearner withheld(UUID learner) {
    Origin.current().ifPresent(origin -> origin.withhold(learner));
    throw unknownLearner();
  }

  private static ProblemException unknownLearner() {
    return OnboardingProblem.TRACK_NOT_FOUND.with(
        "Nothing was recorded.", new FieldError("/learnerId", "a learner of yours"));
  }
}
