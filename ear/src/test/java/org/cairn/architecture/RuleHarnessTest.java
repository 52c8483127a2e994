package org.cairn.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleHarnessTest {

  @Test
  void classesOfAllThreeModulesAreJudged() {
    assertEquals(Set.of(Code.EJB, Code.BATCH, Code.WEB), Code.modules().keySet());
    Code.modules()
        .forEach(
            (module, classes) -> {
              assertTrue(classes.size() >= 8, () -> module + " has " + classes.size());
              classes.forEach(type -> assertTrue(Code.real().contain(type.getName())));
            });
  }

  @Test
  void testsAndTheLauncherAreNotJudged() {
    Code.real()
        .forEach(
            type -> {
              assertFalse(type.getName().endsWith("Test"), type::getName);
              assertFalse(type.getPackageName().startsWith("org.cairn.launcher"), type::getName);
              assertFalse(type.getPackageName().startsWith("org.cairn.system"), type::getName);
            });
  }

  @Test
  void aRuleAboutNothingFails() {
    ArchRule vacuous =
        classes().that().resideInAPackage("org.cairn.nowhere").should().bePackagePrivate();
    assertThrows(AssertionError.class, () -> Check.holds(vacuous));
  }

  @Test
  void anExceptionThatNobodyNeedsFails() {
    AllowList idle = AllowList.EMPTY.with("org.cairn.shared.Page", "it never breaks the rule");
    assertThrows(AssertionError.class, () -> Check.needs(idle, TimeTest::timeComesFromTheClock));
  }
}
