package org.cairn.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.ejb.TransactionManagement;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.util.stream.Stream;
import org.cairn.architecture.fixture.transaction.Detached;
import org.cairn.architecture.fixture.transaction.DetachedInside;
import org.cairn.architecture.fixture.transaction.SelfManaged;
import org.junit.jupiter.api.Test;

class TransactionTest {

  @Test
  void noTransactionOpensBesideAnother() {
    ArchRule rule =
        classes()
            .should(
                new ArchCondition<JavaClass>("never require a new transaction") {
                  @Override
                  public void check(JavaClass type, ConditionEvents events) {
                    if (Stream.concat(Stream.of(type), type.getMethods().stream())
                        .anyMatch(TransactionTest::requiresNew)) {
                      events.add(violated(type, type.getName() + " requires a new transaction"));
                    }
                  }
                })
            .because("the outer one holds a connection and maybe a learner's lock meanwhile");
    Check.holds(rule);
    Check.breaks(rule, Detached.class, DetachedInside.class);
  }

  @Test
  void transactionsAreTheContainersBusiness() {
    ArchRule rule =
        noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                UserTransaction.class, TransactionManager.class, TransactionManagement.class);
    Check.holds(rule);
    Check.breaks(rule, SelfManaged.class);
  }

  private static boolean requiresNew(HasAnnotations<?> place) {
    return (place.isAnnotatedWith(Transactional.class)
            && place.getAnnotationOfType(Transactional.class).value()
                == Transactional.TxType.REQUIRES_NEW)
        || (place.isAnnotatedWith(TransactionAttribute.class)
            && place.getAnnotationOfType(TransactionAttribute.class).value()
                == TransactionAttributeType.REQUIRES_NEW);
  }
}
