package org.cairn.onboarding;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.events.RecordedEvent;
import org.cairn.onboarding.TrackStore.Stored;
import org.jspecify.annotations.Nullable;

/** All versions of the tracks that a tenant's learners can be on. */
final class Tracks {

  private final Map<String, TreeMap<Integer, Track>> versions = new LinkedHashMap<>();
  private final Map<String, Set<String>> keysByEventName = new HashMap<>();

  private Tracks() {}

  /** The stored definitions; of a key that comes in two groups, the later group counts. */
  static Tracks of(List<Stored> stored) {
    Tracks tracks = new Tracks();
    Map<String, Integer> last = new HashMap<>();
    for (Stored definition : stored) {
      Integer before = last.put(definition.key(), definition.version());
      if (before != null && before >= definition.version()) {
        tracks.versions.remove(definition.key());
      }
      tracks
          .versions
          .computeIfAbsent(definition.key(), any -> new TreeMap<>())
          .put(
              definition.version(),
              TrackReader.read(definition.spec(), definition.version(), definition.active()));
    }
    tracks.index();
    return tracks;
  }

  private void index() {
    versions.forEach(
        (key, byVersion) ->
            byVersion.values().stream()
                .flatMap(track -> track.steps().stream())
                .map(step -> step.completion().match().eventName())
                .forEach(
                    name ->
                        keysByEventName
                            .computeIfAbsent(name, any -> new java.util.TreeSet<>())
                            .add(key)));
  }

  /** The keys of the tracks that an event could advance, in any version. */
  Set<String> keysFor(Collection<RecordedEvent> events) {
    return events.stream()
        .flatMap(event -> keysByEventName.getOrDefault(event.name(), Set.of()).stream())
        .collect(Collectors.toSet());
  }

  /** The version that a learner is on, or the latest for one who has not started. */
  Optional<Track> track(String key, @Nullable Integer version) {
    TreeMap<Integer, Track> known = versions.get(key);
    if (known == null) {
      return Optional.empty();
    }
    Track track = version == null ? null : known.get(version);
    return Optional.of(track == null ? known.lastEntry().getValue() : track);
  }

  /** The latest version of every track that can be started, by name. */
  Stream<Track> startable() {
    return versions.values().stream()
        .map(known -> known.lastEntry().getValue())
        .filter(Track::isActive)
        .sorted(Comparator.comparing(Track::name).thenComparing(Track::key));
  }
}
