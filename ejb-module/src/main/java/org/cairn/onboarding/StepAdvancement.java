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
import org.cairn.access.VisibleLearner;
import org.cairn.events.Consequence;
import org.cairn.events.Consequences;
import org.cairn.events.EventLog;
import org.cairn.events.EventsRecorded;
import org.cairn.events.RecordedEvent;
import org.cairn.shared.Reaction;
import org.jspecify.annotations.Nullable;

/** Moves a learner's tracks when events are recorded. */
@Reaction
@Singleton
class StepAdvancement {

  /** After whatever scores an answer, before whatever pays for it. */
  static final int PRIORITY = 200;

  private final TrackCatalog catalog;
  private final ProgressStore store;
  private final EventLog log;
  private final Event<TrackAdvanced> advanced;

  @Inject
  StepAdvancement(
      TrackCatalog catalog, ProgressStore store, EventLog log, Event<TrackAdvanced> advanced) {
    this.catalog = catalog;
    this.store = store;
    this.log = log;
    this.advanced = advanced;
  }

  void on(@Observes @Priority(PRIORITY) EventsRecorded recorded) {
    Tracks tracks = catalog.tracks();
    Set<String> keys = tracks.keysFor(recorded.events());
    if (keys.isEmpty()) {
      return;
    }
    Map<String, Standing> standings = store.standings(recorded.learner(), keys);
    List<Advance> advances = advances(tracks, keys, standings, recorded);
    if (advances.isEmpty()) {
      return;
    }
    List<RecordedEvent> events = recorded.events();
    store.write(
        recorded.learner(),
        events.get(0).position(),
        events.get(events.size() - 1).position(),
        advances);
    advances.forEach(advance -> tell(advance, recorded.consequences()));
    List<Reward> rewards =
        advances.stream()
            .flatMap(each -> rewards(each, standings.get(each.track().key())).stream())
            .toList();
    if (!rewards.isEmpty()) {
      advanced.fire(new TrackAdvanced(recorded.learner(), rewards, recorded.consequences()));
    }
  }

  private List<Advance> advances(
      Tracks tracks, Set<String> keys, Map<String, Standing> standings, EventsRecorded recorded) {
    List<Advance> advances = new ArrayList<>();
    for (String key : keys) {
      Standing standing = standings.get(key);
      tracks
          .track(key, standing)
          .map(track -> advance(track, standing, recorded))
          .filter(each -> !each.changesNothing() || isJudgedAnew(each.track(), standing))
          .ifPresent(advances::add);
    }
    return advances;
  }

  private Advance advance(Track track, @Nullable Standing standing, EventsRecorded recorded) {
    if (standing == null) {
      return Advance.of(track, List.of(), recorded.events(), from -> List.of());
    }
    Set<String> names = Tracks.eventNames(track);
    names.addAll(TrackCommand.names());
    VisibleLearner learner = recorded.learner().visible();
    return Advance.of(
        track,
        standing.evidence(),
        recorded.events(),
        from -> log.named(learner, names, standing.since(), from));
  }

  /** Whether steps were retired since: then more than the events may have changed. */
  private static boolean isJudgedAnew(Track track, @Nullable Standing standing) {
    return standing != null && standing.retiredSteps() != track.retiredSteps();
  }

  private static List<Reward> rewards(Advance advance, @Nullable Standing standing) {
    return isJudgedAnew(advance.track(), standing)
        ? advance.after().rewards()
        : advance.changedRewards();
  }

  private static void tell(Advance advance, Consequences consequences) {
    String track = advance.track().key();
    TrackState after = advance.after();
    for (String step : advance.changedSteps()) {
      Evidence by = after.step(step).completedBy();
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
