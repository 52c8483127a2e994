package org.cairn.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cairn.architecture.fixture.cycle.chicken.Chicken;
import org.cairn.architecture.fixture.cycle.egg.Egg;
import org.cairn.architecture.fixture.layering.Stray;
import org.cairn.architecture.fixture.layering.caller.Curious;
import org.cairn.architecture.fixture.layering.events.detail.Buried;
import org.cairn.architecture.fixture.web.Doors;
import org.cairn.architecture.fixture.web.events.EventsDoor;
import org.junit.jupiter.api.Test;

class LayeringTest {

  private static final Components REAL = new Components("org.cairn");
  private static final Components FIXTURE =
      new Components("org.cairn.architecture.fixture.layering");
  private static final JavaClasses DOMAIN = Code.modules().get(Code.EJB);

  @Test
  void lowerComponentsKnowNothingOfHigherOnes() {
    Check.holds(REAL.lookDownOnly());
    Check.breaks(FIXTURE.lookDownOnly(), Curious.class);
  }

  @Test
  void everyComponentIsOneListedFlatPackage() {
    Check.holds(REAL.areListedAndFlat(), DOMAIN);
    Check.breaks(FIXTURE.areListedAndFlat(), Stray.class, Buried.class);
  }

  @Test
  void everyListedComponentIsThere() {
    Set<String> found = new TreeSet<>();
    DOMAIN.forEach(type -> REAL.component(type).ifPresent(found::add));
    assertEquals(
        Components.TIERS.stream()
            .flatMap(Set::stream)
            .collect(Collectors.toCollection(TreeSet::new)),
        found);
  }

  @Test
  void noPackagesTurnInACircle() {
    Check.holds(freeOfCycles("org.cairn.(**)"));
    Check.breaks(
        freeOfCycles("org.cairn.architecture.fixture.cycle.(**)"), Chicken.class, Egg.class);
  }

  @Test
  void theDomainKnowsNeitherItsDoorsNorItsJobs() {
    ArchRule rule = knowNothingOf("org.cairn.web..", "org.cairn.batch..");
    Check.holds(rule, DOMAIN);
    Check.holds(knowNothingOf("org.cairn.web.."), Code.modules().get(Code.BATCH));
    Check.breaks(knowNothingOf("org.cairn.architecture.fixture.web.."), Doors.class);
  }

  @Test
  void doorsOfDifferentComponentsAreStrangers() {
    Check.holds(doorsAreStrangers("org.cairn.web"));
    Check.breaks(doorsAreStrangers("org.cairn.architecture.fixture.web"), EventsDoor.class);
  }

  @Test
  void doorsAndJobsMirrorTheComponents() {
    Set<String> components = new TreeSet<>();
    DOMAIN.forEach(type -> REAL.component(type).ifPresent(components::add));
    Set<String> doors = new TreeSet<>();
    Code.real().stream()
        .map(JavaClass::getPackageName)
        .filter(name -> name.startsWith("org.cairn.web.") || name.startsWith("org.cairn.batch."))
        .forEach(name -> doors.add(name.replaceFirst("org\\.cairn\\.(web|batch)\\.", "")));
    doors.removeAll(components);
    assertEquals(
        Set.of("graphql", "health"),
        doors,
        "health asks all components whether they are ready; GraphQL is one address for several");
  }

  private static ArchRule freeOfCycles(String packages) {
    return slices().matching(packages).should().beFreeOfCycles();
  }

  private static ArchRule knowNothingOf(String... packages) {
    return noClasses().should().dependOnClassesThat().resideInAnyPackage(packages);
  }

  private static ArchRule doorsAreStrangers(String root) {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            JavaClass.Predicates.resideInAPackage(root + ".."),
            JavaClass.Predicates.resideInAPackage(root + ".shared"));
  }
}
