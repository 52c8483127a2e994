package org.cairn.roster;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether an import takes away so much that it looks like a mistake. */
final class ThresholdRule {

  private ThresholdRule() {}

  /** What of a kind would go, of all that was there. */
  record Loss(String kind, long gone, long before) {

    boolean isOver(int percent) {
      return gone * 100 > before * percent;
    }

    String text() {
      return String.format(
          Locale.ROOT, "%d of %d %s (%.1f %%)", gone, before, kind, 100.0 * gone / before);
    }
  }

  /** The losses over the threshold as a sentence, empty when there are none. */
  static String verdict(List<Loss> losses, int percent) {
    List<Loss> over = losses.stream().filter(loss -> loss.isOver(percent)).toList();
    if (over.isEmpty()) {
      return "";
    }
    return over.stream().map(Loss::text).collect(Collectors.joining(", "))
        + " would go inactive; the threshold is "
        + percent
        + " %. Nothing was changed.";
  }
}
