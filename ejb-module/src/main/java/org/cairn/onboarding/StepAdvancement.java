package org.cairn.onboarding;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.access.ActingLearner;
import org.cairn.events.Consequence;
import org.cairn.events.Consequences;
import org.cairn.events.EventsRecorded;
import org.cairn.events.RecordedEvent;
import org.cairn.shared.Reaction;

/** Moves a learner's tracks when events are recorded. */
@Reaction
@Singleton
class StepAdvancement {

  /** After whatever scores an answer, before whatever pays for it. */
  static final int PRIORITY = 200;

  private final TrackCatalog catalog;
  private final ProgressStore store;
  private final Event<TrackAdvanced> advanced;

  @Inject
  StepAdvancement(TrackCatalog catalog, ProgressStore store, Event<TrackAdvanced> advanced) {
    this.catalog = catalog;
    this.store = store;
    this.advanced = advanced;
  }

  void on(@Observes @Priority(PRIORITY) EventsRecorded recorded) {
    Tracks tracks = catalog.tracks();
    Set<String> keys = tracks.keysFor(recorded.events());
    if (keys.isEmpty()) {
      return;
    }
    List<Advance> advances = advances(tracks, keys, recorded);
    if (advances.isEmpty()) {
      return;
    }
    List<RecordedEvent> events = recorded.events();
    store.write(recorded.learner(), events.get(events.size() - 1).position(), advances);
    advances.forEach(advance -> tell(advance, recorded.consequences()));
    List<Reward> rewards = advances.stream().flatMap(a -> a.changedRewards().stream()).toList();
    if (!rewards.isEmpty()) {
      advanced.fire(new TrackAdvanced(recorded.learner(), rewards, recorded.consequences()));
    }
  }

  private List<Advance> advances(Tracks tracks, Set<String> keys, EventsRecorded recorded) {
    ActingLearner learner = recorded.learner();
    Map<String, Standing> standings = store.standings(learner, keys);
    List<Advance> advances = new ArrayList<>();
    for (String key : keys) {
      Standing standing = standings.get(key);
      tracks
          .track(key, standing == null ? null : standing.version())
          .filter(track -> standing != null || track.isActive())
          .map(
              track ->
                  Advance.of(
                      track, standing == null ? List.of() : standing.evidence(), recorded.events()))
          .filter(advance -> !advance.changesNothing())
          .ifPresent(advances::add);
    }
    return advances;
  }

  private static void tell(Advance advance, Consequences consequences) {
    String track = advance.track().key();
    TrackState after = advance.after();
    for (String step : advance.changedSteps()) {
      Evidence by = after.completions().get(step);
      if (by != null) {
        consequences.add(new Consequence(by.eventId(), "STEP_COMPLETED", track + "/" + step, null));
      }
    }
    if (advance.completesTrack() && after.completedBy() != null) {
      consequences.add(
          new Consequence(after.completedBy().eventId(), "TRACK_COMPLETED", track, null));
    }
  }
}
