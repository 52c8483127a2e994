package org.cairn.web.journey;

import java.util.List;
import org.cairn.events.Consequence;

/** The XP among consequences. */
final class Earned {

  private Earned() {}

  static int by(List<Consequence> consequences) {
    return consequences.stream().mapToInt(c -> c.xp() == null ? 0 : c.xp()).sum();
  }
}
