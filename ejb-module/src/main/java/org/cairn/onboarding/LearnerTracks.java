package org.cairn.onboarding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.cairn.access.Access;
import org.cairn.access.ActingLearner;
import org.cairn.access.Trust;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Roles;
import org.cairn.events.Consequences;
import org.cairn.events.EventLog;
import org.cairn.events.NewEvent;
import org.cairn.shared.FieldError;
import org.cairn.shared.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * What learners, and those who are responsible for them, decide about tracks. Each decision is an
 * event in the learner's log; one that is taken already changes nothing.
 */
@Stateless
@RolesAllowed(Roles.LEARNER)
public class LearnerTracks {

  private static final int LONGEST_REASON = 300;

  @Inject private Access access;
  @Inject private EventLog log;
  @Inject private ProgressStore store;
  @Inject private ProgressReading reading;
  @Inject private Audit audit;

  /**
   * Begins a track for the calling learner.
   *
   * @throws org.cairn.shared.ProblemException {@code TRACK_NOT_FOUND}
   */
  public TrackProgressView start(String trackKey) {
    return decide(
        access.acting(),
        trackKey,
        (track, state) ->
            state.startedAt() == null ? List.of(event(TrackCommand.START, track)) : List.of());
  }

  /**
   * Has a track never offered to the calling learner; it advances as before.
   *
   * @throws org.cairn.shared.ProblemException {@code TRACK_NOT_FOUND}
   */
  public TrackProgressView dismiss(String trackKey) {
    return decide(
        access.acting(),
        trackKey,
        (track, state) ->
            state.dismissedAt() == null ? List.of(event(TrackCommand.DISMISS, track)) : List.of());
  }

  /**
   * Takes a dismissal back.
   *
   * @throws org.cairn.shared.ProblemException {@code TRACK_NOT_FOUND}
   */
  public TrackProgressView undismiss(String trackKey) {
    return decide(
        access.acting(),
        trackKey,
        (track, state) ->
            state.dismissedAt() == null
                ? List.of()
                : List.of(event(TrackCommand.UNDISMISS, track)));
  }

  /**
   * Leaves out a step of the calling learner's track, which begins by it if it has not.
   *
   * @throws org.cairn.shared.ProblemException {@code TRACK_NOT_FOUND}, {@code STEP_NOT_FOUND},
   *     {@code STEP_NOT_SKIPPABLE}
   */
  public TrackProgressView skip(String trackKey, String stepKey) {
    return decide(
        access.acting(), trackKey, (track, state) -> skipping(track, state, step(track, stepKey)));
  }

  /**
   * Leaves out a step for a learner, whether or not the learner could.
   *
   * @param learner whose class the caller teaches, or whose district it administers
   * @param reason 1 to 300 characters, for the audit and the learner's log
   * @throws org.cairn.shared.ProblemException {@code WAIVER_INVALID}, {@code LEARNER_NOT_FOUND},
   *     {@code TRACK_NOT_FOUND}, {@code STEP_NOT_FOUND}, {@code STEP_NOT_SKIPPABLE} where another
   *     branch was taken
   */
  @RolesAllowed({Roles.TEACHER, Roles.DISTRICT_ADMIN})
  public TrackProgressView waive(
      String learner, String trackKey, String stepKey, @Nullable String reason) {
    if (reason == null
        || reason.isBlank()
        || reason.length() > LONGEST_REASON
        || !TextRules.isLine(reason)) {
      throw OnboardingProblem.WAIVER_INVALID.with(
          "Nothing was waived.",
          new FieldError("/reason", "1 to " + LONGEST_REASON + " characters, no control ones"));
    }
    ActingLearner acting = access.supervised(learner);
    return decide(
        acting,
        trackKey,
        (track, state) -> waiving(acting, track, state, step(track, stepKey), reason));
  }

  /**
   * Takes a decision.
   *
   * @param decision the events that it takes, given how the learner stands
   */
  private TrackProgressView decide(
      ActingLearner learner,
      String trackKey,
      BiFunction<Track, TrackState, List<NewEvent>> decision) {
    log.lock(learner);
    Standing standing = store.standings(learner, List.of(trackKey)).get(trackKey);
    Track track = reading.track(trackKey, standing);
    List<NewEvent> events = decision.apply(track, ProgressReading.state(track, standing));
    if (!events.isEmpty()) {
      log.append(learner, events, Trust.SERVER, new Consequences());
    }
    return reading.view(learner.visible(), trackKey);
  }

  private static List<NewEvent> skipping(Track track, TrackState state, Step step) {
    StepState own = state.step(step.key());
    if (own.isSettled()) {
      return List.of();
    }
    refuseBlocked(own);
    if (!step.canSkip()) {
      throw OnboardingProblem.STEP_NOT_SKIPPABLE.with("The track waits for this step to be done.");
    }
    NewEvent skipped = TrackCommand.SKIP.event(track.key(), step.key(), Map.of());
    return state.startedAt() == null
        ? List.of(event(TrackCommand.START, track), skipped)
        : List.of(skipped);
  }

  private List<NewEvent> waiving(
      ActingLearner learner, Track track, TrackState state, Step step, String reason) {
    StepState own = state.step(step.key());
    if (own.isSettled()) {
      return List.of();
    }
    refuseBlocked(own);
    audit.record(
        AuditAction.OVERRIDE_MADE,
        AuditTarget.of("onboarding-step", step.key(), learner.id()),
        Map.of("track", track.key(), "reason", reason));
    return List.of(TrackCommand.WAIVE.event(track.key(), step.key(), Map.of("reason", reason)));
  }

  private static void refuseBlocked(StepState state) {
    if (state.isBlocked()) {
      throw OnboardingProblem.STEP_NOT_SKIPPABLE.with(
          "Another branch was taken: the track does not wait for this step.");
    }
  }

  private static Step step(Track track, String stepKey) {
    return track
        .step(stepKey)
        .filter(Step::isOffered)
        .orElseThrow(() -> OnboardingProblem.STEP_NOT_FOUND.with("No step has this key."));
  }

  private static NewEvent event(TrackCommand command, Track track) {
    return command.event(track.key(), null, Map.of());
  }
}
