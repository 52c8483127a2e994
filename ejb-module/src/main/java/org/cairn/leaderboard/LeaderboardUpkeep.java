package org.cairn.leaderboard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.Roles;
import org.jspecify.annotations.Nullable;

/** What the nightly job does for a district's boards; each part may be done again. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class LeaderboardUpkeep {

  @Inject private UpkeepStore store;
  @Inject private ListingStore listings;
  @Inject private Clock clock;

  /** How many learners stand otherwise than remembered. */
  public long total() {
    return store.total(clock.instant());
  }

  /** Learners who stand otherwise than remembered, in the order of their ids, behind one. */
  public List<UUID> page(@Nullable String after, int limit) {
    return store.page(after, limit, clock.instant());
  }

  /** Remembers how these stand now, and ends streaks that have ended. */
  public void remember(List<UUID> learners) {
    store.remember(learners, clock.instant());
  }

  /** Has boards follow what they have missed, and forgets the keys of terms that are over. */
  public void align() {
    listings.followAll();
    store.forgetKeys(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1));
  }
}
