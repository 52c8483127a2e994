package org.cairn.gamification;

import java.util.List;
import java.util.Map;
import org.cairn.gamification.ActiveDay.Judged;

/**
 * What is written at once.
 *
 * @param days whose streak changed
 * @param dues whose facts or amounts changed
 */
record Changes(List<Judged> days, List<XpDue> dues, Settlement settlement) {

  /** The dues that are other than before, and what settles them. */
  static Changes of(
      List<Judged> days, List<XpDue> dues, Map<String, XpDue> before, Settlement settlement) {
    return new Changes(
        days,
        dues.stream().filter(due -> isNews(due, before.get(due.source()))).toList(),
        settlement);
  }

  private static boolean isNews(XpDue due, @org.jspecify.annotations.Nullable XpDue before) {
    return before == null
        ? due.earning().basis() != 0
        : due.amount() != before.amount() || !due.earning().equals(before.earning());
  }

  boolean isEmpty() {
    return days.isEmpty() && dues.isEmpty() && settlement.rows().isEmpty();
  }
}
