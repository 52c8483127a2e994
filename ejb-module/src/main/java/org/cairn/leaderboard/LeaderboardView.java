package org.cairn.leaderboard;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A leaderboard as it is at a moment.
 *
 * @param metric what it ranks by
 * @param period of which time
 * @param school the school that it is of; absent: any
 * @param classId the class that it is of; absent: any
 * @param grade the grade that it is of, as a CEDS code; absent: any
 * @param career the career that it is of; absent: any
 * @param players the first ones, by rank
 * @param totalPlayers how many are on it, all of them
 * @param me the caller's place; absent where the caller is not on it
 * @param around the caller and its neighbors, by rank; empty where the caller is not on it
 * @param lastUpdated the moment; nothing on the board is older
 */
public record LeaderboardView(
    String metric,
    String period,
    @Nullable UUID school,
    @Nullable UUID classId,
    @Nullable String grade,
    @Nullable String career,
    List<Player> players,
    long totalPlayers,
    @Nullable Player me,
    List<Player> around,
    Instant lastUpdated) {

  /** Where a place has moved since the day began. */
  public enum Trend {
    UP,
    DOWN,
    STABLE
  }

  /**
   * A learner on a board, by a name that tells nobody who it is.
   *
   * @param rank from 1; those of one score share it, and the next one's is after all of them
   * @param score what the board ranks by: XP of all time, a term or a week, a level, days, or
   *     achievements
   * @param xp lifetime XP
   * @param streakDays 0 where a streak has ended
   * @param career the id of the latest journey's career
   * @param companion the latest journey's
   * @param isCurrentUser whether it is the caller
   * @param change by how many ranks it stands higher than when the day began; below 0: lower
   */
  public record Player(
      long rank,
      String displayName,
      long score,
      long xp,
      int level,
      String tier,
      long streakDays,
      @Nullable String career,
      @Nullable String companion,
      boolean isCurrentUser,
      Trend trend,
      long change) {}
}
