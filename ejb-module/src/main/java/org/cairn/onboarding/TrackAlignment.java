package org.cairn.onboarding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.definitions.AlignmentView;
import org.cairn.definitions.DefinitionAlignment;
import org.cairn.onboarding.TrackFiles.Found;
import org.cairn.onboarding.TrackStore.Stored;

/** Brings the shared definitions in the database in line with the files; idempotent. */
@Stateless
@LocalBean
@RolesAllowed(Roles.SYSTEM)
public class TrackAlignment implements DefinitionAlignment {

  @Inject private TrackStore store;
  @Inject private TrackCatalog catalog;
  @Inject private Audit audit;
  @Inject private Clock clock;

  @Override
  public AlignmentView align(Path config) {
    Found found = new TrackFiles(config.resolve("tracks")).read();
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
        store.add(definition, stored.version() + 1, now);
        store.retireSteps(definition, now.plus(TrackCatalog.NOTICE));
        changed.add(definition.key());
      }
    }
    int retired = retire(found, latest.keySet(), now);
    catalog.forget();
    note(created.size(), changed.size(), retired);
    int unchanged = found.definitions().size() - created.size() - changed.size();
    return new AlignmentView("tracks", created, changed, unchanged, retired, found.refused());
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
  private int retire(Found found, java.util.Set<String> stored, Instant now) {
    List<String> keys =
        new ArrayList<>(found.definitions().stream().map(TrackDefinition::key).toList());
    if (!found.refused().isEmpty()) {
      keys.addAll(stored);
    }
    return store.setActive(keys, now);
  }
}
