package org.cairn.events;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why an event is not recorded. */
public enum EventProblem implements Problem {
  EVENT_INVALID(ProblemKind.INVALID, "The event breaks a rule of its fields."),
  PAYLOAD_REJECTED(
      ProblemKind.INVALID,
      "The payload has a key for secrets or personal data, which Cairn refuses."),
  EVENT_CONFLICT(ProblemKind.CONFLICT, "An event with this id and other content is recorded."),
  TOO_MANY_EVENTS(ProblemKind.INVALID, "The request has more events than one may have.");

  private final ProblemKind kind;
  private final String title;

  EventProblem(ProblemKind kind, String title) {
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
