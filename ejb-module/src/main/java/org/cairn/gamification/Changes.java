package org.cairn.gamification;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.gamification.ActiveDay.Judged;

/**
 * What is written at once.
 *
 * @param days whose streak changed
 * @param dues whose facts or amounts changed
 * @param earned by how much what is owed for a school day changed, where it did
 */
record Changes(
    List<Judged> days, List<XpDue> dues, Settlement settlement, Map<LocalDate, Long> earned) {

  /** The dues that are other than before, and what settles them. */
  static Changes of(
      List<Judged> days, List<XpDue> dues, Map<String, XpDue> before, Settlement settlement) {
    List<XpDue> news = dues.stream().filter(due -> isNews(due, before.get(due.source()))).toList();
    return new Changes(days, news, settlement, earned(news, before));
  }

  /** A purchase is no earning: it changes nothing that is owed. */
  static Changes ofPurchase(Settlement settlement) {
    return new Changes(List.of(), List.of(), settlement, Map.of());
  }

  private static Map<LocalDate, Long> earned(List<XpDue> news, Map<String, XpDue> before) {
    Map<LocalDate, Long> earned = new TreeMap<>();
    for (XpDue due : news) {
      earned.merge(due.earning().day(), (long) due.amount(), Long::sum);
      XpDue was = before.get(due.source());
      if (was != null) {
        earned.merge(was.earning().day(), (long) -was.amount(), Long::sum);
      }
    }
    earned.values().removeIf(change -> change == 0);
    return earned;
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
