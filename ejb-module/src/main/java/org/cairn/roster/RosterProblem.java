package org.cairn.roster;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why a roster, or something that the roster keeps, cannot be taken or shown. */
public enum RosterProblem implements Problem {
  ROSTER_FILE_INVALID(ProblemKind.UNPROCESSABLE, "This is no roster that can be imported."),
  ROSTER_FILE_UNSAFE(ProblemKind.UNPROCESSABLE, "The zip breaks a safety limit."),
  ONEROSTER_VERSION_UNSUPPORTED(
      ProblemKind.UNPROCESSABLE, "The roster is of a OneRoster version that is not read."),
  DELTA_NOT_SUPPORTED(ProblemKind.UNPROCESSABLE, "Only bulk rosters are imported so far."),
  ROSTER_IMPORT_RUNNING(ProblemKind.CONFLICT, "The district's last import is still running."),
  ROSTER_IMPORT_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such import."),
  ORG_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such school or district."),
  CALENDAR_INVALID(ProblemKind.INVALID, "The calendar breaks a rule of its fields.");

  private final ProblemKind kind;
  private final String title;

  RosterProblem(ProblemKind kind, String title) {
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
