package org.cairn.launcher;

import java.util.List;

/**
 * Ends the servers of a launcher, or of a test run, that was killed before it could do so itself.
 */
final class Sweep implements CairnCommand {

  @Override
  public void run(Home home, List<String> arguments) {
    if (arguments.contains("test")) {
      new Orphans(Home.ofTests(home.root())).end();
    } else {
      new Orphans(home).end();
      RunFile.of(home).delete();
    }
  }
}
