package org.cairn.onboarding;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Callers;
import org.cairn.definitions.AlignmentView;
import org.cairn.onboarding.TrackFiles.Found;
import org.cairn.onboarding.TrackStore.Stored;

/** Brings the caller's tenant's definitions in line with files, whoever asks for it. */
@Singleton
class TrackAligning {

  static final String FOLDER = "tracks";

  private final TrackStore store;
  private final TrackCatalog catalog;
  private final Audit audit;
  private final Clock clock;

  @Inject
  TrackAligning(TrackStore store, TrackCatalog catalog, Audit audit, Clock clock) {
    this.store = store;
    this.catalog = catalog;
    this.audit = audit;
    this.clock = clock;
  }

  AlignmentView align(Path config) {
    Found found = new TrackFiles(config.resolve(FOLDER)).read();
    Map<String, Stored> latest =
        store.latest().stream()
            .filter(Stored::own)
            .collect(Collectors.toMap(Stored::key, Function.identity()));
    Instant now = clock.instant();
    List<String> created = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (TrackDefinition definition : found.definitions()) {
      Stored stored = latest.get(definition.key());
      if (stored == null) {
        store.add(definition, 1, now);
        created.add(definition.key());
      } else if (!stored.hash().equals(definition.hash())) {
        addVersion(definition, stored.version() + 1, now);
        changed.add(definition.key());
      }
    }
    int retired = retire(found, latest.keySet(), now);
    catalog.forget();
    note(created.size(), changed.size(), retired);
    int unchanged = found.definitions().size() - created.size() - changed.size();
    return new AlignmentView(FOLDER, created, changed, unchanged, retired, found.refused());
  }

  /**
   * Adds a version, and retires in the ones before it the steps that it does not have.
   *
   * @return whether the number was free
   */
  boolean addVersion(TrackDefinition definition, int version, Instant now) {
    boolean added = store.add(definition, version, now);
    if (added) {
      store.retireSteps(definition, now.plus(TrackCatalog.NOTICE));
    }
    return added;
  }

  private void note(int created, int changed, int retired) {
    if (created + changed + retired > 0) {
      audit.record(
          AuditAction.TRACKS_ALIGNED,
          AuditTarget.of("tenant", Callers.current().tenant()),
          Map.of(
              "created", Integer.toString(created),
              "changed", Integer.toString(changed),
              "retired", Integer.toString(retired)));
    }
  }

  /** Closes what has no file any more; not while a file cannot be read, which may be its own. */
  private int retire(Found found, Set<String> stored, Instant now) {
    List<String> keys =
        new ArrayList<>(found.definitions().stream().map(TrackDefinition::key).toList());
    if (!found.refused().isEmpty()) {
      keys.addAll(stored);
    }
    return store.setActive(keys, now);
  }
}
