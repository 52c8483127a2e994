package org.cairn.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** What may stand in an entry's detail: a few short values. */
final class DetailRules {

  private static final int MOST = 12;
  private static final int LONGEST = 300;
  private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

  private DetailRules() {}

  /**
   * The same detail.
   *
   * @throws IllegalArgumentException for what is not short, which is the programmer's fault
   */
  static Map<String, String> checked(SortedMap<String, String> detail) {
    if (detail.size() > MOST) {
      throw new IllegalArgumentException("At most " + MOST + " details");
    }
    detail.forEach(
        (key, value) -> {
          if (!KEY.matcher(key).matches() || value.length() > LONGEST) {
            throw new IllegalArgumentException("No detail of an audit entry: " + key);
          }
        });
    return detail;
  }
}
