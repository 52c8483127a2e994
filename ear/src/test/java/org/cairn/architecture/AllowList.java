package org.cairn.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The classes that a rule leaves out, each for a reason that is written down. */
final class AllowList {

  static final AllowList EMPTY = new AllowList(new TreeMap<>());

  private final Map<String, String> reasons;

  private AllowList(Map<String, String> reasons) {
    this.reasons = reasons;
  }

  AllowList with(String className, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("An exception needs a reason: " + className);
    }
    Map<String, String> more = new TreeMap<>(reasons);
    more.put(className, reason);
    return new AllowList(more);
  }

  Set<String> names() {
    return reasons.keySet();
  }

  /** The listed classes and what is nested in them. */
  DescribedPredicate<JavaClass> listed() {
    return DescribedPredicate.describe(
        "are allowed by name",
        type -> reasons.keySet().stream().anyMatch(name -> isOrIsIn(type, name)));
  }

  DescribedPredicate<JavaClass> others() {
    return DescribedPredicate.not(listed());
  }

  private static boolean isOrIsIn(JavaClass type, String name) {
    return type.getName().equals(name) || type.getName().startsWith(name + "$");
  }
}
