package org.cairn.leaderboard;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.cairn.journey.JourneyStarted;
import org.cairn.shared.Reaction;

/** Shows on boards where a learner's latest journey leads. */
@Reaction
@Singleton
class CareerFollowing {

  private final EntryStore entries;

  @Inject
  CareerFollowing(EntryStore entries) {
    this.entries = entries;
  }

  void on(@Observes @Priority(BoardKeeping.PRIORITY) JourneyStarted started) {
    entries.lead(started.learner(), started);
  }
}
