package org.cairn.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import org.cairn.architecture.fixture.boundary.Borrower;
import org.cairn.architecture.fixture.boundary.HalfHidden;
import org.cairn.architecture.fixture.boundary.Open;
import org.cairn.architecture.fixture.boundary.OpenInside;
import org.cairn.architecture.fixture.boundary.Unguarded;
import org.cairn.architecture.fixture.boundary.job.Powerful;
import org.junit.jupiter.api.Test;

class BoundaryTest {

  /** What the container makes a view of. */
  private static final DescribedPredicate<JavaClass> EJBS =
      describe(
          "are EJBs",
          type ->
              type.isAnnotatedWith(Stateless.class)
                  || type.isAnnotatedWith(Singleton.class)
                  || type.isAnnotatedWith(Stateful.class)
                  || type.isAnnotatedWith(MessageDriven.class));

  private static final DescribedPredicate<JavaClass> RUN_AS_ANOTHER =
      describe("take a role with @RunAs", type -> type.isAnnotatedWith(RunAs.class));

  @Test
  void everyBoundaryNamesTheRolesThatMayCallIt() {
    ArchRule rule =
        classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .and(DescribedPredicate.not(RUN_AS_ANOTHER))
            .should()
            .beAnnotatedWith(RolesAllowed.class);
    Check.holds(rule);
    Check.breaks(rule, Unguarded.class, Open.class);
  }

  @Test
  void nothingIsPermittedToAllButWhatRunsAsARole() {
    ArchRule rule =
        noClasses()
            .that(DescribedPredicate.not(RUN_AS_ANOTHER))
            .should(new PermitToAll())
            .because("a batch thread is nobody; what it calls first takes a role for it");
    Check.holds(rule);
    Check.breaks(rule, Open.class, OpenInside.class);
  }

  @Test
  void whatRunsAsARoleIsUsedOnlyBesideIt() {
    ArchRule rule =
        classes()
            .that(RUN_AS_ANOTHER)
            .should(
                new ArchCondition<JavaClass>("be used in their own package only") {
                  @Override
                  public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesToSelf().stream()
                        .filter(use -> !use.getOriginClass().getPackage().equals(type.getPackage()))
                        .forEach(use -> events.add(violated(type, use.getDescription())));
                  }
                });
    Check.holds(rule);
    Check.breaks(rule, Powerful.class, Borrower.class);
  }

  @Test
  void beansOfTheContainerArePublic() {
    ArchRule rule = classes().that(EJBS).should().bePublic();
    Check.holds(rule);
    Check.breaks(rule, hidden());
  }

  @Test
  void whatABoundaryOffersIsPublic() {
    ArchRule rule =
        methods()
            .that()
            .areDeclaredInClassesThat(EJBS)
            .and(describe("can be called on a view", BoundaryTest::isOfTheView))
            .should()
            .bePublic();
    Check.holds(rule);
    Check.breaks(rule, HalfHidden.class);
  }

  private static Class<?> hidden() {
    try {
      return Class.forName("org.cairn.architecture.fixture.boundary.Hidden");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isOfTheView(JavaMethod method) {
    return !method.getModifiers().contains(JavaModifier.PRIVATE)
        && !method.getModifiers().contains(JavaModifier.STATIC)
        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
        && !method.isAnnotatedWith(Timeout.class)
        && !method.isAnnotatedWith(jakarta.annotation.PostConstruct.class)
        && !method.isAnnotatedWith(jakarta.annotation.PreDestroy.class);
  }

  private static final class PermitToAll extends ArchCondition<JavaClass> {

    PermitToAll() {
      super("permit anything to all");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      boolean open =
          type.isAnnotatedWith(PermitAll.class)
              || type.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(PermitAll.class));
      events.add(
          new com.tngtech.archunit.lang.SimpleConditionEvent(
              type, open, type.getName() + " has @PermitAll"));
    }
  }
}
