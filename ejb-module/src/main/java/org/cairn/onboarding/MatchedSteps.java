package org.cairn.onboarding;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.access.ActingLearner;
import org.cairn.events.Consequence;
import org.cairn.events.RecordedEvent;
import org.cairn.onboarding.OnboardingEvents.MatchedStep;
import org.cairn.shared.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Tells which steps of a learner's tracks speak of an event that is in the log. A track that came
 * to the learner after the event has never been judged by it, so that a repeated request is
 * answered like the first one whatever tracks there are by then.
 */
@Singleton
class MatchedSteps {

  private final TrackCatalog catalog;
  private final ProgressStore store;

  @Inject
  MatchedSteps(TrackCatalog catalog, ProgressStore store) {
    this.catalog = catalog;
    this.store = store;
  }

  /**
   * The steps, by track and place.
   *
   * @param trackKey a track that must have one of them
   * @throws org.cairn.shared.ProblemException {@code TRACK_NOT_FOUND}, {@code STEP_NOT_FOUND}
   */
  List<MatchedStep> of(
      ActingLearner learner,
      RecordedEvent event,
      List<Consequence> consequences,
      @Nullable String trackKey) {
    Tracks tracks = catalog.tracks();
    Set<String> keys = tracks.keysFor(List.of(event));
    List<MatchedStep> matched = new ArrayList<>();
    if (!keys.isEmpty()) {
      Set<String> completed = completed(consequences);
      Map<String, Standing> standings = store.standings(learner, keys);
      standings.forEach(
          (key, standing) -> {
            if (standing.hasBegun() && standing.since() <= event.position()) {
              tracks
                  .track(key, standing)
                  .ifPresent(track -> matched.addAll(of(track, event, completed)));
            }
          });
    }
    matched.sort(Comparator.comparing(MatchedStep::trackKey));
    if (trackKey != null && matched.stream().noneMatch(m -> m.trackKey().equals(trackKey))) {
      throw refusal(learner, tracks, trackKey);
    }
    return matched;
  }

  private static Set<String> completed(List<Consequence> consequences) {
    return consequences.stream()
        .filter(consequence -> consequence.kind().equals("STEP_COMPLETED"))
        .map(Consequence::key)
        .collect(Collectors.toSet());
  }

  private static List<MatchedStep> of(Track track, RecordedEvent event, Set<String> completed) {
    Set<String> matching =
        Witness.of(track, List.of(event)).stream()
            .filter(said -> said.kind() == Evidence.Kind.MATCH)
            .map(Evidence::stepKey)
            .collect(Collectors.toSet());
    return track.steps().stream()
        .map(Step::key)
        .filter(matching::contains)
        .map(
            step ->
                new MatchedStep(track.key(), step, completed.contains(track.key() + "/" + step)))
        .toList();
  }

  private RuntimeException refusal(ActingLearner learner, Tracks tracks, String trackKey) {
    Standing standing = store.standings(learner, List.of(trackKey)).get(trackKey);
    boolean isTheirs = tracks.track(trackKey, standing).isPresent();
    return isTheirs
        ? OnboardingProblem.STEP_NOT_FOUND.with("Nothing was recorded.")
        : OnboardingProblem.TRACK_NOT_FOUND.with(
            "Nothing was recorded.",
            new FieldError("/trackId", "the key of a track that the learner can be on"));
  }
}
