package org.cairn.launcher;

import java.util.List;

/** Ends the servers of a launcher that was killed before it could do so itself. */
final class Sweep implements CairnCommand {

  @Override
  public void run(Home home, List<String> arguments) {
    new Orphans(home).end();
    RunFile.of(home).delete();
  }
}
