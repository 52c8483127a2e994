package org.cairn.system;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as Prometheus reads them.
 *
 * @param values by the name with its labels in the order of their names, without those that the
 *     server gives to all
 */
record Metrics(Map<String, Double> values) {

  private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)(?:\\{(.*)})? (\\S+)$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Set<String> OF_THE_SERVER =
      Set.of("app", "deployment", "subdeployment", "wf_deployment");

  static Metrics parse(String text) {
    Map<String, Double> values = new TreeMap<>();
    Matcher sample = SAMPLE.matcher(text);
    while (sample.find()) {
      Map<String, String> labels = new TreeMap<>();
      Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
      while (label.find()) {
        if (!OF_THE_SERVER.contains(label.group(1).toLowerCase(Locale.ROOT))) {
          labels.put(label.group(1), label.group(2));
        }
      }
      values.merge(
          sample.group(1) + (labels.isEmpty() ? "" : labels.toString()),
          Double.valueOf(sample.group(3).replace("Inf", "Infinity")),
          Double::sum);
    }
    return new Metrics(values);
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>();
    values.keySet().forEach(key -> names.add(key.replaceAll("\\{.*", "")));
    return names;
  }

  /** What has changed since an earlier reading, of the numbers whose name begins so. */
  Map<String, Double> since(Metrics earlier, String prefix) {
    Map<String, Double> changes = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          double change = value - earlier.values.getOrDefault(key, 0d);
          if (key.startsWith(prefix) && change != 0) {
            changes.put(key, change);
          }
        });
    return changes;
  }
}
