package org.cairn.archive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.jspecify.annotations.Nullable;

/** What the nightly job does for a district's content; each part may be done again. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class ObjectCleanup {

  /** How long a replaced version can still be read. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** What is younger may belong to a request that has not ended. */
  private static final Duration YOUNG = Duration.ofDays(1);

  @Inject private ContentObjectStore rows;
  @Inject private ObjectStore store;
  @Inject private Clock clock;

  /** Forgets the versions that were replaced 30 days ago; answers how many. */
  public int forgetReplaced() {
    return rows.forgetReplaced(clock.instant().minus(KEPT));
  }

  /** How many versions rows tell of: about as many as the storage has. */
  public long total() {
    return rows.total();
  }

  /** Stored versions of content behind one, as {@code container/path/version}, in their order. */
  public List<String> page(@Nullable String after, int limit) {
    String begin = after == null ? "" : after;
    String tenant = Callers.current().tenant();
    return Stream.of(Container.values())
        .filter(Container::isContent)
        .sorted(Comparator.comparing(Container::id))
        .filter(container -> (container.id() + "0").compareTo(begin) > 0)
        .flatMap(container -> page(tenant, container, begin, limit).stream())
        .limit(limit)
        .toList();
  }

  /**
   * Removes those that no row tells of, unless they are new: left over from requests that failed,
   * removed or forgotten. Answers how many.
   */
  public int removeOrphans(List<String> keys) {
    Instant before = clock.instant().minus(YOUNG);
    int removed = 0;
    for (String key : keys) {
      if (removeOrphan(key, before)) {
        removed++;
      }
    }
    return removed;
  }

  private List<String> page(String tenant, Container container, String after, int limit) {
    String folder = container.id() + "/";
    String inside = after.startsWith(folder) ? after.substring(folder.length()) : "";
    return store.list(tenant, container, "", inside, limit).stream()
        .map(object -> folder + object.path())
        .toList();
  }

  private boolean removeOrphan(String text, Instant before) {
    String[] parts = text.split("/", 2);
    int version = parts[1].lastIndexOf('/');
    Container container = ContentKeeping.container(parts[0]);
    String path = parts[1].substring(0, version);
    ObjectKey key = ObjectKey.own(container, new ObjectPath(parts[1]));
    rows.lock(container, path);
    return !rows.has(container, path, parts[1].substring(version + 1))
        && store.stat(key).filter(found -> found.storedAt().isBefore(before)).isPresent()
        && store.delete(key);
  }
}
