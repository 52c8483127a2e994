package org.cairn.launcher;

/**
 * Something that the person at the keyboard can mend; its message is the one line that is shown.
 */
public final class LaunchFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LaunchFailure(String message) {
    super(message);
  }
}
