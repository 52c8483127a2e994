package org.cairn.leaderboard;

/** What learners are ranked by. Whoever has 0 of it is not on the board. */
enum Score {
  XP,
  /** Follows from the lifetime XP: the order is the same, but all of one level share a rank. */
  LEVEL,
  STREAK,
  ACHIEVEMENTS,
  TERM_XP,
  WEEK_XP
}
