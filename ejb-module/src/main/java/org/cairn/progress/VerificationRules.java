package org.cairn.progress;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.roster.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/** In what a stored progress differs from its events reduced anew. */
final class VerificationRules {

  private VerificationRules() {}

  /**
   * The differences: how many there are of each kind.
   *
   * @param calendar by which the events were reduced; where the stored streak was reckoned by
   *     another one, it proves nothing
   */
  static Map<String, Integer> differences(
      StoredProgress stored, StoredProgress reduced, SchoolCalendar calendar) {
    ProgressHead is = stored.progress().head();
    ProgressHead due = reduced.progress().head();
    Map<String, Integer> found = new TreeMap<>();
    found.put("EVENTS", Math.abs(stored.events() - reduced.events()));
    found.put("ORDER", differs(stored.latest(), reduced.latest()));
    found.put("ACTIVE_PATH", differs(is.activePath(), due.activePath()));
    found.put(
        "ONBOARDING",
        differs(is.onboardingPathId(), due.onboardingPathId())
            | differs(is.onboardingCompletedAt(), due.onboardingCompletedAt()));
    found.put("STREAK", stored.holdsBy(calendar) ? differs(is.streak(), due.streak()) : 0);
    found.put("LAST_UPDATED", differs(is.lastUpdated(), due.lastUpdated()));
    found.put("CONTENT", items(stored.progress().items(), reduced.progress().items()));
    found.values().removeIf(count -> count == 0);
    return found;
  }

  private static int differs(@Nullable Object is, @Nullable Object due) {
    return Objects.equals(is, due) ? 0 : 1;
  }

  private static int items(Map<String, ContentItem> are, Map<String, ContentItem> due) {
    Set<String> all = new HashSet<>(are.keySet());
    all.addAll(due.keySet());
    return (int) all.stream().filter(id -> !Objects.equals(are.get(id), due.get(id))).count();
  }
}
