package org.cairn.content;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cairn.caller.Roles;
import org.cairn.content.AlignedContentStore.Aligned;
import org.cairn.content.ContentFiles.Found;
import org.cairn.definitions.AlignmentView;
import org.cairn.definitions.DefinitionAlignment;

/** Brings the shared content in the database in line with the files; idempotent. */
@Stateless
@LocalBean
@RolesAllowed(Roles.SYSTEM)
public class ContentAlignment implements DefinitionAlignment {

  @Inject private AlignedContentStore store;
  @Inject private Clock clock;

  @Override
  public AlignmentView align(Path config) {
    Found found = new ContentFiles(config.resolve("content")).read();
    Map<String, Aligned> aligned = store.aligned();
    IdentityHashMap<ContentItem, Integer> versions = new IdentityHashMap<>();
    List<ContentItem> stale = new ArrayList<>();
    List<String> created = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (ContentItem item : found.items()) {
      Aligned known = aligned.get(item.itemKey());
      if (known == null || !known.hash().equals(item.hash())) {
        stale.add(item);
        versions.put(item, known == null ? 1 : known.version() + 1);
        (known == null ? created : changed).add(item.itemKey());
      }
    }
    Instant now = clock.instant();
    if (!stale.isEmpty()) {
      store.align(stale, item -> Objects.requireNonNull(versions.get(item)), now);
    }
    int retired = retire(found, aligned, now);
    return new AlignmentView(
        "content", created, changed, found.items().size() - stale.size(), retired, found.refused());
  }

  /** Retires what no file has any more; not while a file is refused, which may be its own. */
  private int retire(Found found, Map<String, Aligned> aligned, Instant now) {
    List<String> present = new ArrayList<>();
    found.items().forEach(item -> present.add(item.itemKey()));
    if (!found.refused().isEmpty()) {
      present.addAll(aligned.keySet());
    }
    return store.setRetired(present, now);
  }
}
