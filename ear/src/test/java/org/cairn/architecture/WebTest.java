package org.cairn.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Set;
import org.cairn.architecture.fixture.http.OwnMapper;
import org.cairn.architecture.fixture.http.Raw;
import org.cairn.architecture.fixture.http.Refusing;
import org.cairn.architecture.fixture.http.StatusChooser;
import org.cairn.architecture.fixture.http.domain.Protocol;
import org.junit.jupiter.api.Test;

class WebTest {

  private static final String DOOR = "org.cairn.web.shared";

  private static final DescribedPredicate<JavaMethodCall> CHOOSES_A_STATUS =
      describe(
          "a status is chosen",
          call ->
              Set.of("status", "serverError", "notAcceptable").contains(call.getName())
                  && (call.getTargetOwner().isEquivalentTo(Response.class)
                      || call.getTargetOwner().isEquivalentTo(Response.ResponseBuilder.class)));

  private static final AllowList PAGES =
      AllowList.EMPTY.with(
          "org.cairn.web.health.HealthPages",
          "answers as MicroProfile Health says, not in problems");

  @Test
  void theDomainAndItsJobsKnowNoProtocol() {
    ArchRule rule =
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "java.net.http..");
    Check.holds(rule, Code.modules().get(Code.EJB));
    Check.holds(rule, Code.modules().get(Code.BATCH));
    Check.breaks(rule, Protocol.class);
  }

  @Test
  void onlyTheDoorChoosesAStatus() {
    Check.holds(leaveTheStatusToTheDoor(PAGES));
    Check.breaks(leaveTheStatusToTheDoor(PAGES), StatusChooser.class, Raw.class);
    Check.needs(PAGES, WebTest::leaveTheStatusToTheDoor);
  }

  @Test
  void refusalsAreProblemsAndNotExceptionsOfTheProtocol() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage(DOOR)
            .should()
            .dependOnClassesThat(assignableTo(WebApplicationException.class));
    Check.holds(rule);
    Check.breaks(rule, Refusing.class);
  }

  @Test
  void onlyTheDoorMapsProblems() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage(DOOR)
            .should()
            .beAssignableTo(ExceptionMapper.class);
    Check.holds(rule);
    Check.breaks(rule, OwnMapper.class);
  }

  private static ArchRule leaveTheStatusToTheDoor(AllowList allowed) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(DOOR)
        .and(allowed.others())
        .should(callMethodWhere(CHOOSES_A_STATUS))
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Response.Status.class, HttpServletResponse.class);
  }
}
