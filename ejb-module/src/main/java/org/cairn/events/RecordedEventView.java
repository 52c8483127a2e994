package org.cairn.events;

import java.util.List;

/**
 * The answer to a recorded event.
 *
 * @param event as it stands in the log
 * @param consequences what followed from it when it was recorded
 */
public record RecordedEventView(RecordedEvent event, List<Consequence> consequences) {

  /** The XP that the event earned when it was recorded. */
  public int xpEarned() {
    return consequences.stream().mapToInt(c -> c.xp() == null ? 0 : c.xp()).sum();
  }
}
