package org.cairn.leaderboard;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.cairn.achievement.AchievementsUnlocked;
import org.cairn.shared.Reaction;

/** Shows on boards how many achievements a learner has, in the transaction that unlocks. */
@Reaction
@Singleton
class AchievementFollowing {

  private final EntryStore entries;

  @Inject
  AchievementFollowing(EntryStore entries) {
    this.entries = entries;
  }

  void on(@Observes @Priority(BoardKeeping.PRIORITY) AchievementsUnlocked unlocked) {
    entries.achieve(unlocked.learner(), unlocked.total());
  }
}
