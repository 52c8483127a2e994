package org.cairn.digest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a child did in the days that a digest tells of: how much, never what it answered.
 *
 * @param xp that was earned; {@code null} up to grade 2, where nobody is shown XP
 * @param streak school days in a row, at the end of those days
 * @param achievements the names of those that were unlocked
 */
record ChildWeek(
    UUID learnerId,
    String givenName,
    long journeysBegun,
    long journeysCompleted,
    long lessons,
    long skills,
    @Nullable Long xp,
    long streak,
    List<String> achievements) {

  /** Whether anything was done; a streak from before is no news. */
  boolean isNews() {
    return journeysBegun + journeysCompleted + lessons + skills > 0
        || (xp != null && xp > 0)
        || !achievements.isEmpty();
  }
}
