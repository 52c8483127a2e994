package org.cairn.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * Puts a rule to the test. A rule whose subjects are none fails by itself: ArchUnit's default,
 * which {@link RuleHarnessTest} watches over.
 */
final class Check {

  private Check() {}

  /** The three modules keep the rule. */
  static void holds(ArchRule rule) {
    holds(rule, Code.real());
  }

  static void holds(ArchRule rule, JavaClasses classes) {
    List<String> breaches = breaches(rule, classes);
    assertTrue(
        breaches.isEmpty(), () -> rule.getDescription() + "\n" + String.join("\n", breaches));
  }

  /** Each of the fixtures, and not just anything, is found to break the rule. */
  static void breaks(ArchRule rule, Class<?>... fixtures) {
    for (Class<?> fixture : fixtures) {
      List<String> breaches = breaches(rule, Code.around(fixture));
      assertTrue(
          breaches.stream().anyMatch(breach -> breach.contains(fixture.getName())),
          () -> "Not found: " + fixture + " breaks: " + rule.getDescription() + "\n" + breaches);
    }
  }

  /** Without its exception, each listed class would break the rule. */
  static void needs(AllowList allowed, Function<AllowList, ArchRule> rule) {
    List<String> breaches = breaches(rule.apply(AllowList.EMPTY), Code.real());
    for (String name : allowed.names()) {
      assertTrue(
          breaches.stream().anyMatch(breach -> breach.contains(name)),
          () -> name + " no longer needs its exception: remove it");
    }
  }

  static List<String> breaches(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails();
  }
}
