package org.cairn.leaderboard;

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
 * @param before the ranks when the day began
 * @param self the caller
 */
record Places(
    Score by, LevelScale levels, Pseudonyms names, Ranks now, Ranks before, @Nullable UUID self) {

  Player player(Entrant entrant) {
    long rank = now.of(entrant.score());
    long change = entrant.before() <= 0 ? 0 : before.of(entrant.before()) - rank;
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
