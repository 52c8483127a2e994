package org.cairn.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.Extension;
import java.util.List;
import org.cairn.architecture.fixture.reaction.Absent;
import org.cairn.architecture.fixture.reaction.Async;
import org.cairn.architecture.fixture.reaction.Eavesdropper;
import org.cairn.architecture.fixture.reaction.Late;
import org.cairn.architecture.fixture.reaction.MutableEvent;
import org.cairn.architecture.fixture.reaction.Renamed;
import org.cairn.architecture.fixture.reaction.Shown;
import org.cairn.architecture.fixture.reaction.StoneLaying;
import org.cairn.architecture.fixture.reaction.Unordered;
import org.cairn.shared.DomainEvent;
import org.cairn.shared.Reaction;
import org.junit.jupiter.api.Test;

class ReactionTest {

  @Test
  void reactionsArePackagePrivate() {
    ArchRule rule = classes().that().areAnnotatedWith(Reaction.class).should().bePackagePrivate();
    Check.holds(rule);
    Check.breaks(rule, Shown.class);
  }

  @Test
  void aReactionObservesOneEventInsideTheTransactionAtAPriority() {
    ArchRule rule =
        classes()
            .that()
            .areAnnotatedWith(Reaction.class)
            .should(
                new ArchCondition<JavaClass>("have one method on(@Observes @Priority an event)") {
                  @Override
                  public void check(JavaClass type, ConditionEvents events) {
                    List<JavaMethod> observers =
                        type.getMethods().stream().filter(ReactionTest::observes).toList();
                    if (observers.size() != 1 || !isPlain(observers.get(0))) {
                      events.add(violated(type, type.getName() + " observes otherwise"));
                    }
                  }
                });
    Check.holds(rule);
    Check.breaks(rule, Absent.class, Late.class, Async.class, Unordered.class, Renamed.class);
  }

  @Test
  void nothingElseObservesAnything() {
    ArchRule rule =
        methods()
            .that(describe("observe", ReactionTest::observes))
            .should()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Reaction.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAssignableTo(Extension.class);
    Check.holds(rule);
    Check.breaks(rule, Eavesdropper.class);
  }

  @Test
  void domainEventsAreRecordsNamedInThePast() {
    ArchRule rule =
        classes()
            .that()
            .implement(DomainEvent.class)
            .should()
            .beRecords()
            .andShould()
            .bePublic()
            .andShould()
            .haveSimpleNameEndingWith("ed")
            .because("an event has happened; extend the rule where a verb is irregular");
    Check.holds(rule);
    Check.breaks(rule, MutableEvent.class, StoneLaying.class);
  }

  private static boolean observes(JavaMethod method) {
    return method.getParameters().stream()
        .anyMatch(
            parameter ->
                parameter.isAnnotatedWith(Observes.class)
                    || parameter.isAnnotatedWith(ObservesAsync.class));
  }

  private static boolean isPlain(JavaMethod method) {
    JavaParameter event = method.getParameters().get(0);
    if (!method.getName().equals("on") || !event.isAnnotatedWith(Observes.class)) {
      return false;
    }
    Observes how = event.getAnnotationOfType(Observes.class);
    return event.getRawType().isAssignableTo(DomainEvent.class)
        && event.isAnnotatedWith(Priority.class)
        && how.during() == TransactionPhase.IN_PROGRESS
        && how.notifyObserver() == Reception.ALWAYS;
  }
}
