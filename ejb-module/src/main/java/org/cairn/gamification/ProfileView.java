package org.cairn.gamification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a learner is in the game. Three numbers that are never mixed:
 *
 * @param lifetimeXp all that was earned; ranks go by it
 * @param balance what can be spent
 * @param xpInLevel what is earned of the next level's cost
 * @param xpToNextLevel the next level's cost
 * @param lastActiveAt when XP last changed
 */
public record ProfileView(
    UUID learnerId,
    long lifetimeXp,
    long balance,
    int level,
    long xpInLevel,
    long xpToNextLevel,
    @Nullable Instant lastActiveAt) {

  static ProfileView of(
      UUID learner, long lifetimeXp, long balance, @Nullable Instant lastActiveAt) {
    Levels.Standing level = Levels.of(lifetimeXp);
    return new ProfileView(
        learner,
        lifetimeXp,
        balance,
        level.level(),
        level.xpInLevel(),
        level.xpToNext(),
        lastActiveAt);
  }
}
