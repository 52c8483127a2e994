package org.cairn.launcher;

import java.util.List;

/** One word after {@code ./cairn} that needs Java. */
@FunctionalInterface
public interface CairnCommand {

  /**
   * Does the work, and returns when it is done.
   *
   * @throws LaunchFailure when the caller must mend something
   */
  void run(Home home, List<String> arguments) throws Exception;
}
