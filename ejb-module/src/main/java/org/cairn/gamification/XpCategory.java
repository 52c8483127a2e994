package org.cairn.gamification;

/** What XP is earned or spent on. */
public enum XpCategory {
  LEARNING,
  HINT,
  ACHIEVEMENT,
  STREAK,
  BONUS
}
