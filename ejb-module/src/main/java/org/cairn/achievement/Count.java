package org.cairn.achievement;

import java.time.Instant;
import org.cairn.gamification.GameBook.Achievement;
import org.jspecify.annotations.Nullable;

/**
 * An achievement, and how far a learner is with it.
 *
 * @param count of what its condition counts; of one that counts levels, the lifetime XP
 * @param unlocked {@code null} while it is locked
 */
record Count(Achievement achievement, long count, @Nullable Unlock unlocked) {

  /**
   * When and by which rules something was unlocked.
   *
   * @param xp what it was worth then
   */
  record Unlock(String key, int xp, String ruleVersion, String eventId, Instant at) {}
}
