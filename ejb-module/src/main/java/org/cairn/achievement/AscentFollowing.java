package org.cairn.achievement;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.cairn.gamification.GameBook;
import org.cairn.gamification.XpSettled;
import org.cairn.gamification.XpSettled.StreakStood;
import org.cairn.shared.Reaction;

/** Looks for achievements when a level or the longest streak passes a mark of the rules. */
@Reaction
@Singleton
class AscentFollowing {

  private final Unlocking unlocking;
  private final GameBook book;

  @Inject
  AscentFollowing(Unlocking unlocking, GameBook book) {
    this.unlocking = unlocking;
    this.book = book;
  }

  void on(@Observes @Priority(AchievementUnlocking.PRIORITY) XpSettled settled) {
    if (passesLevel(settled) || passesStreak(settled)) {
      unlocking.check(settled.learner(), settled.trigger());
    }
  }

  private boolean passesLevel(XpSettled settled) {
    Instant at = settled.trigger().effectiveAt();
    return settled.lifetimeXp() > settled.lifetimeBefore()
        && UnlockRules.passes(
            book.at(at).achievements(),
            UnlockRules.LEVEL,
            book.levelOf(settled.lifetimeBefore(), at),
            book.levelOf(settled.lifetimeXp(), at));
  }

  private boolean passesStreak(XpSettled settled) {
    StreakStood streak = settled.streak();
    return streak != null
        && UnlockRules.passes(
            book.at(settled.trigger().effectiveAt()).achievements(),
            UnlockRules.STREAK,
            streak.bestBefore(),
            streak.best());
  }
}
