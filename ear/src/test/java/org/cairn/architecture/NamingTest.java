package org.cairn.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import org.cairn.architecture.fixture.naming.Carrier;
import org.cairn.architecture.fixture.naming.EventDTO;
import org.cairn.architecture.fixture.naming.EventDto;
import org.cairn.architecture.fixture.naming.EventHelper;
import org.cairn.architecture.fixture.naming.EventManager;
import org.cairn.architecture.fixture.naming.EventService;
import org.cairn.architecture.fixture.naming.EventUtil;
import org.cairn.architecture.fixture.naming.EventUtils;
import org.cairn.architecture.fixture.naming.Lonely;
import org.cairn.architecture.fixture.naming.LonelyImpl;
import org.junit.jupiter.api.Test;

class NamingTest {

  private static final String NOISE = ".*(Impl|Utils?|Helper|Manager|Service|DTO|Dto)";

  @Test
  void namesEndInNoNoise() {
    ArchRule rule = noClasses().should().haveNameMatching(NOISE);
    Check.holds(rule);
    Check.breaks(
        rule,
        LonelyImpl.class,
        EventUtil.class,
        EventUtils.class,
        EventHelper.class,
        EventManager.class,
        EventService.class,
        EventDTO.class,
        EventDto.class);
  }

  @Test
  void anInterfaceHasMoreThanOneImplementation() {
    ArchRule rule =
        classes()
            .that()
            .areInterfaces()
            .and()
            .areNotAnnotations()
            .and()
            .areNotAnnotatedWith(FunctionalInterface.class)
            .and()
            .doNotHaveSimpleName("package-info")
            .and(describe("are open", type -> !isSealed(type)))
            .should(
                new ArchCondition<JavaClass>("have more than one implementation") {
                  @Override
                  public void check(JavaClass type, ConditionEvents events) {
                    long count =
                        type.getAllSubclasses().stream().filter(NamingTest::isClass).count();
                    if (count < 2) {
                      events.add(violated(type, type.getName() + " has " + count));
                    }
                  }
                });
    Check.holds(rule);
    Check.breaks(rule, Lonely.class);
  }

  @Test
  void constantsHaveAHomeAmongTheirOwn() {
    ArchRule rule = noClasses().should().haveNameMatching(".*(Constants|Consts|Globals)");
    Check.holds(rule);
    Check.breaks(rule, Carrier.EventConstants.class);
  }

  private static boolean isClass(JavaClass type) {
    return !type.isInterface();
  }

  /** Class files tell, but ArchUnit does not; loading an interface runs nothing. */
  private static boolean isSealed(JavaClass type) {
    return type.reflect().isSealed();
  }
}
