package org.cairn.leaderboard;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why a board is not shown, or something about boards not changed. */
public enum LeaderboardProblem implements Problem {
  LEADERBOARD_OFF(ProblemKind.NOT_FOUND, "Leaderboards are turned off here."),
  LEADERBOARD_NOT_FOR_GRADE(ProblemKind.NOT_FOUND, "Learners up to grade 2 see no leaderboard."),
  LEADERBOARD_TOO_SMALL(ProblemKind.NOT_FOUND, "Too few learners are on this board to show it."),
  LEADERBOARD_SETTINGS_INVALID(ProblemKind.INVALID, "The settings break a rule of their fields."),
  LEADERBOARD_SETTINGS_STALE(
      ProblemKind.STALE, "Somebody else has changed the settings meanwhile."),
  LEADERBOARD_OPT_OUT_HELD(
      ProblemKind.CONFLICT, "A guardian or an administrator has opted this learner out.");

  private final ProblemKind kind;
  private final String title;

  LeaderboardProblem(ProblemKind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }

  @Override
  public String title() {
    return title;
  }
}
