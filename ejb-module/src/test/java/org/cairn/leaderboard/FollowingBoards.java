package org.cairn.leaderboard;

import org.cairn.achievement.AchievementsUnlocked;
import org.cairn.caller.TenantSql;
import org.cairn.gamification.XpSettled;
import org.cairn.shared.Wired;

/** The boards' reaction, for tests of what they follow. */
public final class FollowingBoards {

  private FollowingBoards() {}

  public static void on(TenantSql sql, XpSettled settled) {
    Wired.of(BoardKeeping.class, sql).on(settled);
  }

  public static void on(TenantSql sql, AchievementsUnlocked unlocked) {
    new AchievementFollowing(new EntryStore(sql)).on(unlocked);
  }
}
