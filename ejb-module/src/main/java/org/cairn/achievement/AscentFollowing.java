package org.cairn.achievement;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.cairn.gamification.GameBook;
import org.cairn.gamification.XpSettled;
import org.cairn.gamification.XpSettled.StreakStood;
import org.cairn.gamification.XpSettled.Trigger;
import org.cairn.shared.Reaction;

/**
 * Looks for achievements when a level or the longest streak passes a mark of the rules. A replay of
 * rules unlocks nothing by itself, so that it pays what its dry run has told; the learner's next
 * lesson does.
 */
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
    Trigger trigger = settled.trigger();
    if (trigger != null
        && (passesLevel(settled, trigger.effectiveAt())
            || passesStreak(settled, trigger.effectiveAt()))) {
      unlocking.check(settled.learner(), trigger);
    }
  }

  private boolean passesLevel(XpSettled settled, Instant at) {
    return settled.lifetimeXp() > settled.lifetimeBefore()
        && UnlockRules.passes(
            book.at(at).achievements(),
            UnlockRules.LEVEL,
            book.levelOf(settled.lifetimeBefore(), at),
            book.levelOf(settled.lifetimeXp(), at));
  }

  private boolean passesStreak(XpSettled settled, Instant at) {
    StreakStood streak = settled.streak();
    return streak != null
        && UnlockRules.passes(
            book.at(at).achievements(), UnlockRules.STREAK, streak.bestBefore(), streak.best());
  }
}
