package org.cairn.onboarding;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cairn.events.RecordedEvent;
import org.cairn.onboarding.TrackStore.Stored;
import org.jspecify.annotations.Nullable;

/** All versions of the tracks that a tenant's learners can be on. */
final class Tracks {

  private final Map<String, Versions> versions = new TreeMap<>();
  private final Map<String, Set<String>> keysByEventName = new HashMap<>();

  private Tracks() {}

  /** All versions of one key: the shared ones, and the district's own. */
  private static final class Versions {
    private final TreeMap<Integer, Track> shared = new TreeMap<>();
    private final TreeMap<Integer, Track> own = new TreeMap<>();
    private boolean ownInForce;

    void add(Stored stored) {
      (stored.own() ? own : shared).put(stored.version(), stored.track());
      ownInForce = stored.own() ? stored.active() : ownInForce;
    }

    /** A district's own definition goes before the shared one, until it is retired. */
    Track current() {
      return ownInForce || shared.isEmpty()
          ? own.lastEntry().getValue()
          : shared.lastEntry().getValue();
    }

    Track of(Standing standing) {
      Track track = (standing.own() ? own : shared).get(standing.version());
      return track == null ? current() : track;
    }

    Stream<Track> all() {
      return Stream.concat(shared.values().stream(), own.values().stream());
    }
  }

  /** The stored definitions, of each key the versions in their order. */
  static Tracks of(List<Stored> stored) {
    Tracks tracks = new Tracks();
    for (Stored definition : stored) {
      tracks.versions.computeIfAbsent(definition.key(), any -> new Versions()).add(definition);
    }
    tracks.versions.forEach((key, of) -> of.all().forEach(tracks::index));
    return tracks;
  }

  private void index(Track track) {
    for (String name : eventNames(track)) {
      keysByEventName.computeIfAbsent(name, any -> new TreeSet<>()).add(track.key());
    }
  }

  /** The names of the events that a track looks at. */
  static Set<String> eventNames(Track track) {
    Set<String> names = new HashSet<>();
    for (Step step : track.steps()) {
      String name = step.completion().match().eventName();
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  /** The keys of the tracks that an event could advance, in any version. */
  Set<String> keysFor(Collection<RecordedEvent> events) {
    Set<String> keys = new TreeSet<>();
    for (RecordedEvent event : events) {
      keys.addAll(keysByEventName.getOrDefault(event.name(), Set.of()));
      if (TrackCommand.of(event).isPresent()) {
        keys.add(TrackCommand.trackOf(event));
      }
    }
    keys.retainAll(versions.keySet());
    return keys;
  }

  /** The version that a learner is on, or would start: of a track that can be. */
  Optional<Track> track(String key, @Nullable Standing standing) {
    Versions known = versions.get(key);
    if (known == null) {
      return Optional.empty();
    }
    return standing != null && standing.hasBegun()
        ? Optional.of(known.of(standing))
        : Optional.of(known.current()).filter(Track::isActive);
  }

  /** The tracks that a learner is on or could start, by name. */
  Stream<Track> of(Map<String, Standing> standings) {
    return versions.keySet().stream()
        .flatMap(key -> track(key, standings.get(key)).stream())
        .sorted(Comparator.comparing(Track::name).thenComparing(Track::key));
  }
}
