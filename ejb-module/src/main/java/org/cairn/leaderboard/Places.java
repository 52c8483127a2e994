package org.cairn.leaderboard;

import java.util.Map;
import java.util.UUID;
import org.cairn.gamification.Profiles.LevelScale;
import org.cairn.leaderboard.LeaderboardView.Player;
import org.cairn.leaderboard.LeaderboardView.Trend;
import org.cairn.leaderboard.RankRules.Ranks;
import org.jspecify.annotations.Nullable;

/**
 * Shows learners in their places.
 *
 * @param now the ranks
 * @param had what they had when the day began, as far as it is known
 * @param before the ranks then
 * @param self the caller
 */
record Places(
    Score by,
    LevelScale levels,
    Pseudonyms names,
    Ranks now,
    Map<UUID, Long> had,
    Ranks before,
    @Nullable UUID self) {

  Player player(Entrant entrant) {
    long rank = now.of(entrant.score());
    long had = this.had.getOrDefault(entrant.learnerId(), 0L);
    long change = had <= 0 ? 0 : before.of(had) - rank;
    int level = levels.level(entrant.xp());
    return new Player(
        rank,
        names.of(entrant.learnerId()),
        by == Score.LEVEL ? level : entrant.score(),
        entrant.xp(),
        level,
        levels.tier(level),
        entrant.streak(),
        entrant.career(),
        entrant.companion(),
        entrant.learnerId().equals(self),
        change == 0 ? Trend.STABLE : change > 0 ? Trend.UP : Trend.DOWN,
        change);
  }
}
