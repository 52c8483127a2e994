package org.cairn.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The components of the domain below a root package.
 *
 * @param root {@code org.cairn}, or a fixture's package that is laid out like it
 */
record Components(String root) {

  /** Lowest first. A component knows those of lower tiers; those of one tier are strangers. */
  static final List<Set<String>> TIERS =
      List.of(
          Set.of("shared"),
          Set.of("caller"),
          Set.of("audit"),
          Set.of("definitions", "roster"),
          Set.of("jobs"),
          Set.of("access"),
          Set.of("events", "archive"),
          Set.of("content", "streak", "guardian"),
          Set.of("onboarding", "journey", "progress"),
          Set.of("gamification"),
          Set.of("achievement", "hint"),
          Set.of("leaderboard", "support", "replay", "backup"),
          Set.of("lessonplan", "overview"),
          Set.of("metrics", "analytics", "retention", "digest"));

  /** The components whose stores hold what learners did and have. */
  static final Set<String> OF_LEARNERS =
      Set.of(
          "events",
          "onboarding",
          "journey",
          "progress",
          "gamification",
          "achievement",
          "hint",
          "leaderboard",
          "guardian",
          "lessonplan",
          "overview",
          "digest",
          "replay",
          "support",
          "analytics");

  ArchRule lookDownOnly() {
    return classes()
        .that(standInOne())
        .should(
            new ArchCondition<JavaClass>("know components of lower tiers only") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> looksUp(type, dependency))
                    .forEach(dependency -> events.add(violated(type, dependency.getDescription())));
              }
            });
  }

  /** For the classes of the domain's module: a new component has to find its tier first. */
  ArchRule areListedAndFlat() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<JavaClass>("stand right in the package of a listed component") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (component(type)
                    .filter(c -> type.getPackageName().endsWith("." + c))
                    .isEmpty()) {
                  events.add(violated(type, type.getName() + " stands in no listed component"));
                }
              }
            });
  }

  Optional<String> component(JavaClass type) {
    String inside = type.getPackageName();
    return TIERS.stream()
        .flatMap(Set::stream)
        .filter(name -> (inside + ".").startsWith(root + "." + name + "."))
        .findFirst();
  }

  private DescribedPredicate<JavaClass> standInOne() {
    return DescribedPredicate.describe(
        "stand in a component of " + root, type -> component(type).isPresent());
  }

  private boolean looksUp(JavaClass type, Dependency dependency) {
    Optional<String> from = component(type);
    Optional<String> to = component(dependency.getTargetClass().getBaseComponentType());
    return from.isPresent()
        && to.isPresent()
        && !from.equals(to)
        && tier(to.get()) >= tier(from.get());
  }

  private static int tier(String component) {
    for (int tier = 0; tier < TIERS.size(); tier++) {
      if (TIERS.get(tier).contains(component)) {
        return tier;
      }
    }
    throw new IllegalArgumentException(component);
  }
}
