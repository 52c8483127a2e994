package org.cairn.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import org.cairn.architecture.fixture.purity.AmbientRules;
import org.cairn.architecture.fixture.purity.ReadingRules;
import org.cairn.architecture.fixture.purity.StoringFold;
import org.cairn.architecture.fixture.purity.WiredRule;
import org.cairn.caller.Callers;
import org.cairn.shared.ProblemException;
import org.cairn.shared.Setting;
import org.junit.jupiter.api.Test;

class PurityTest {

  /** Rules beside those whose name ends in Rule, Rules or Fold. */
  private static final List<String> NAMED =
      List.of(
          "org.cairn.access.Relation",
          "org.cairn.content.AnswerKey",
          "org.cairn.events.EventTimes",
          "org.cairn.gamification.Account",
          "org.cairn.gamification.ActiveDay",
          "org.cairn.gamification.ActiveDays",
          "org.cairn.gamification.Changes",
          "org.cairn.gamification.Earning",
          "org.cairn.gamification.Levels",
          "org.cairn.gamification.Reckoning",
          "org.cairn.gamification.Rejudgment",
          "org.cairn.gamification.RuleBook",
          "org.cairn.gamification.RuleSet",
          "org.cairn.gamification.Settlement",
          "org.cairn.metrics.FeedHorizon",
          "org.cairn.jobs.JobDefinition",
          "org.cairn.jobs.Promise",
          "org.cairn.jobs.Schedule",
          "org.cairn.gamification.Standing",
          "org.cairn.journey.Attempt",
          "org.cairn.journey.Lesson",
          "org.cairn.journey.LessonState",
          "org.cairn.onboarding.Advance",
          "org.cairn.onboarding.Availability",
          "org.cairn.onboarding.Branch",
          "org.cairn.onboarding.EventMatch",
          "org.cairn.onboarding.Evidence",
          "org.cairn.onboarding.Step",
          "org.cairn.onboarding.StepCondition",
          "org.cairn.onboarding.StepState",
          "org.cairn.onboarding.Track",
          "org.cairn.onboarding.TrackState",
          "org.cairn.onboarding.TrackWalk",
          "org.cairn.onboarding.Witness",
          "org.cairn.progress.ContentItem",
          "org.cairn.progress.ProgressHead",
          "org.cairn.progress.SyncAction",
          "org.cairn.progress.SyncEvent",
          "org.cairn.roster.SchoolCalendar",
          "org.cairn.streak.Streak");

  private static final DescribedPredicate<JavaClass> RULES =
      describe("are rules", PurityTest::isRule);

  @Test
  void rulesKnowValuesAndTheLanguageOnly() {
    ArchRule rule =
        classes()
            .that(RULES)
            .should()
            .onlyDependOnClassesThat(
                describe("are of the language or values", PurityTest::isHarmless));
    Check.holds(rule);
    Check.breaks(rule, WiredRule.class, StoringFold.class, AmbientRules.class, ReadingRules.class);
  }

  @Test
  void rulesKeepNoState() {
    ArchRule rule = classes().that(RULES).should().haveOnlyFinalFields();
    Check.holds(rule);
    Check.breaks(rule, StoringFold.class);
  }

  @Test
  void everyNamedRuleIsThere() {
    NAMED.forEach(name -> assertTrue(Code.real().contain(name), name));
  }

  private static boolean isRule(JavaClass type) {
    return type.getName().matches(".*(Rules?|Fold)(\\$.*)?")
        || NAMED.stream()
            .anyMatch(n -> type.getName().equals(n) || type.getName().startsWith(n + "$"));
  }

  private static boolean isHarmless(JavaClass used) {
    JavaClass type = used.getBaseComponentType();
    String in = type.getPackageName();
    return type.isPrimitive()
        || in.startsWith("org.jspecify.")
        || (isPlainJava(in) && !type.isEquivalentTo(Clock.class))
        || (in.startsWith("org.cairn.") && isValue(type));
  }

  private static boolean isPlainJava(String in) {
    return in.matches(
        "java\\.(lang|lang\\.runtime|util|util\\.function|util\\.regex|util\\.stream"
            + "|math|time|time\\.(format|temporal|zone)|text|nio\\.charset)");
  }

  /** No bean, no entity, no store and nothing that reads its surroundings. */
  private static boolean isValue(JavaClass type) {
    return type.isEquivalentTo(ProblemException.class)
        || (!type.isEquivalentTo(Callers.class)
            && !type.isEquivalentTo(Setting.class)
            && !type.getSimpleName().endsWith("Store")
            && !type.getSimpleName().startsWith("Sql")
            && type.getAnnotations().stream()
                .noneMatch(a -> a.getRawType().getPackageName().startsWith("jakarta.")));
  }
}
