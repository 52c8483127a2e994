package org.cairn.shared;

/**
 * Something a caller did that cannot be granted, or a state that does not allow it. Implemented by
 * enums whose constants are the stable codes that clients program against; {@code docs/problems.md}
 * lists them all.
 */
public interface Problem {

  /** The stable code, such as {@code EVENT_CONFLICT}; answered by the enum constant itself. */
  String name();

  /** How it is to be understood; the web door turns the kind into a status. */
  ProblemKind kind();

  /** One sentence for people, the same for every occurrence. */
  String title();

  /**
   * This problem as it occurred.
   *
   * @param detail what happened this time, without personal data
   * @param errors the fields that are to blame, if any
   */
  default ProblemException with(String detail, FieldError... errors) {
    return new ProblemException(this, detail, java.util.List.of(errors));
  }
}
