package org.cairn.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cairn.architecture.fixture.packages.bare.Bare;
import org.cairn.architecture.fixture.packages.crowd.Crowd;
import org.cairn.architecture.fixture.packages.unmarked.Unmarked;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class PackagesTest {

  private static final int MOST_PUBLIC_TYPES = 15;

  @Test
  void noPackageIsInTwoModules() {
    assertEquals(Map.of(), shared(Code.modules()));
    Map<String, JavaClasses> twice =
        Map.of("a", Code.around(Bare.class), "b", Code.around(Bare.class));
    assertFalse(shared(twice).isEmpty());
  }

  @Test
  void everyPackageSaysWhatItIsAndIsNullMarked() {
    ArchRule rule =
        all(packages())
            .should(
                new ArchCondition<JavaPackage>("have a package-info that is @NullMarked") {
                  @Override
                  public void check(JavaPackage found, ConditionEvents events) {
                    if (found.tryGetPackageInfo().isEmpty()
                        || !found.isAnnotatedWith(NullMarked.class)) {
                      events.add(violated(found, "not " + firstClass(found)));
                    }
                  }
                });
    Check.holds(rule);
    Check.breaks(rule, Bare.class, Unmarked.class);
  }

  @Test
  void aComponentShowsAtMostFifteenTypes() {
    ArchRule rule =
        all(packages())
            .should(
                new ArchCondition<JavaPackage>("have at most 15 public types") {
                  @Override
                  public void check(JavaPackage found, ConditionEvents events) {
                    long shown = found.getClasses().stream().filter(PackagesTest::isShown).count();
                    if (shown > MOST_PUBLIC_TYPES) {
                      events.add(violated(found, firstClass(found) + " is one of " + shown));
                    }
                  }
                });
    Check.holds(rule, Code.modules().get(Code.EJB));
    Check.breaks(rule, Crowd.class);
  }

  private static Map<String, Set<String>> shared(Map<String, JavaClasses> modules) {
    Map<String, Set<String>> modulesOf = new TreeMap<>();
    modules.forEach(
        (module, classes) ->
            classes.forEach(
                type ->
                    modulesOf
                        .computeIfAbsent(type.getPackageName(), any -> new TreeSet<>())
                        .add(module)));
    modulesOf.values().removeIf(found -> found.size() == 1);
    return modulesOf;
  }

  private static ClassesTransformer<JavaPackage> packages() {
    return new AbstractClassesTransformer<>("packages") {
      @Override
      public Iterable<JavaPackage> doTransform(JavaClasses classes) {
        return classes.stream()
            .map(JavaClass::getPackage)
            .collect(Collectors.toCollection(LinkedHashSet::new));
      }
    };
  }

  private static String firstClass(JavaPackage found) {
    return found.getClasses().stream()
        .filter(describe("are shown", PackagesTest::isShown))
        .map(JavaClass::getName)
        .sorted()
        .findFirst()
        .orElse(found.getName());
  }

  private static boolean isShown(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.isTopLevelClass()
        && !type.isArray();
  }
}
