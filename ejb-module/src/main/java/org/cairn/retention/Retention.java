package org.cairn.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cairn.caller.Roles;
import org.cairn.shared.Setting;
import org.jspecify.annotations.Nullable;

/** What the nightly job does for a district; each part may be done again. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class Retention {

  @Inject private RetentionStore store;
  @Inject private Clock clock;

  /** How many rows of a category are over. */
  public long total(Category category) {
    return store.total(category, before(category));
  }

  /** Rows of a category that are over, by their keys, behind one. */
  public List<String> page(Category category, @Nullable String after, int limit) {
    return store.page(category, before(category), after, limit);
  }

  /** Removes these, unless they have come to life again; answers how many. */
  public int remove(Category category, List<String> keys) {
    return store.remove(category, before(category), keys);
  }

  private Instant before(Category category) {
    int days = Integer.parseInt(Setting.of(category.setting(), Integer.toString(category.days())));
    if (days < 1) {
      throw new IllegalStateException(category.setting() + " is a number of days from 1 on");
    }
    return clock.instant().minus(Duration.ofDays(days));
  }
}
