package org.cairn.leaderboard;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.cairn.roster.RosterImportWork.RosterApplied;
import org.cairn.shared.Reaction;

/** Has boards follow the roster: grades, schools, and who has left. */
@Reaction
@Singleton
class RosterFollowing {

  private final ListingStore listings;

  @Inject
  RosterFollowing(ListingStore listings) {
    this.listings = listings;
  }

  void on(@Observes @Priority(BoardKeeping.PRIORITY) RosterApplied applied) {
    listings.follow(applied.importId());
  }
}
