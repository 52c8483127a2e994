package org.cairn.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Arrays;
import java.util.Set;
import org.cairn.access.ActingGuardian;
import org.cairn.access.ActingLearner;
import org.cairn.access.Audience;
import org.cairn.access.VisibleGroup;
import org.cairn.access.VisibleLearner;
import org.cairn.access.VisibleScope;
import org.cairn.architecture.fixture.permission.elsewhere.Forger;
import org.cairn.architecture.fixture.permission.elsewhere.Impersonator;
import org.cairn.architecture.fixture.permission.events.TrustingStore;
import org.cairn.architecture.fixture.permission.home.Extendable;
import org.cairn.architecture.fixture.permission.home.Printable;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.junit.jupiter.api.Test;

class PermissionTest {

  private static final Set<Class<?>> PERMISSIONS =
      Set.of(
          VisibleLearner.class,
          ActingLearner.class,
          ActingGuardian.class,
          VisibleScope.class,
          VisibleGroup.class,
          Audience.class);

  private static final AllowList DEFINITIONS =
      AllowList.EMPTY
          .with("org.cairn.onboarding.TrackStore", "holds definitions, which are about no learner")
          .with(
              "org.cairn.onboarding.StaleStore",
              "lists all of a district's tracks that have lost steps, for a job")
          .with(
              "org.cairn.gamification.ReconciliationStore",
              "compares all ledgers of a district, for a job and its administrators")
          .with("org.cairn.gamification.RecordStore", "copies all profiles of a district, for jobs")
          .with(
              "org.cairn.journey.ArchiveStore",
              "lists the school years of all learners that are to be archived, for a job")
          .with(
              "org.cairn.progress.FindingStore",
              "lists all learners with progress, for a job and its administrators")
          .with("org.cairn.gamification.RuleStore", "holds rules, which are about no learner")
          .with("org.cairn.leaderboard.SettingsStore", "holds settings, which are about no learner")
          .with(
              "org.cairn.support.SupportSettingsStore",
              "holds settings, which are about no learner")
          .with(
              "org.cairn.digest.DigestSettingsStore", "holds settings, which are about no learner")
          .with(
              "org.cairn.digest.DigestWeekStore",
              "holds which guardians of a district are mailed, for a job and its administrators")
          .with(
              "org.cairn.digest.ChildWeekStore",
              "tells a guardian's mail of those whom the roster's links let it see, for a job")
          .with(
              "org.cairn.leaderboard.ListingStore",
              "has entries follow the roster and the settings, and shows nobody anything")
          .with(
              "org.cairn.replay.ReplayStore", "holds replays of rules, which are about no learner")
          .with(
              "org.cairn.replay.DifferenceStore",
              "holds a whole district's differences, for a job and its administrators")
          .with(
              "org.cairn.guardian.GuardianSettingsStore",
              "holds settings, which are about no learner")
          .with(
              "org.cairn.lessonplan.PlanQueueStore",
              "lists the plans of a district that are to be made, for a job")
          .with(
              "org.cairn.gamification.StreakStore",
              "reads how a district's streaks stand, for a job")
          .with(
              "org.cairn.leaderboard.RolloverStore",
              "has entries show streaks as they are, and shows nobody anything")
          .with(
              "org.cairn.leaderboard.UpkeepStore",
              "remembers all standings of a district, for a job")
          .with("org.cairn.analytics.FeedStore", "reads all logs of a district, for a job")
          .with("org.cairn.analytics.FactStore", "takes in what the feed has read, for a job")
          .with("org.cairn.analytics.ClosingStore", "sums up and archives whole months, for a job")
          .with("org.cairn.analytics.PartitionStore", "has partitions come and go and reads none");

  private static final AllowList DOORS =
      AllowList.EMPTY
          .with("org.cairn.web.shared.Door", "binds whom a verified token names")
          .with("org.cairn.batch.audit.AuditCalls", "binds the audit's jobs to their tenant")
          .with("org.cairn.batch.audit.AuditTenants", "lists the tenants whose audit is sealed")
          .with("org.cairn.batch.jobs.TenantCalls", "binds a job to its tenant")
          .with("org.cairn.batch.jobs.JobTenants", "lists the tenants for the frame of jobs")
          .with("org.cairn.batch.roster.RosterImportCalls", "binds the watch to a district")
          .with("org.cairn.batch.roster.Districts", "lists the districts for scheduled jobs")
          .with("org.cairn.batch.metrics.GaugeRefresh", "looks at the server and reads no row")
          .with(
              "org.cairn.definitions.DefinitionDeployment",
              "aligns shared definitions at deployment")
          .with("org.cairn.caller.DatabaseCheck", "asks about its own role and reads no row");

  @Test
  void onlyDoorsSayWhoIsCalling() {
    Check.holds(bindNobody(DOORS));
    Check.breaks(bindNobody(DOORS), Impersonator.class);
    Check.needs(DOORS, PermissionTest::bindNobody);
  }

  @Test
  void whatAStoreDoesAboutALearnerDemandsAPermission() {
    Check.holds(demandPermission("org.cairn", DEFINITIONS));
    Check.breaks(
        demandPermission("org.cairn.architecture.fixture.permission", DEFINITIONS),
        TrustingStore.class);
    Check.needs(DEFINITIONS, allowed -> demandPermission("org.cairn", allowed));
  }

  @Test
  void permissionsAreMadeOnlyWhereTheyAreDecided() {
    Check.holds(areMadeAtHome(PERMISSIONS.toArray(Class<?>[]::new)));
    ArchRule ofFixture = areMadeAtHome(Printable.class);
    Check.breaks(ofFixture, Printable.class, Forger.class);
  }

  @Test
  void permissionsCannotBeExtended() {
    Check.holds(areFinal(PERMISSIONS.toArray(Class<?>[]::new)));
    Check.breaks(areFinal(Extendable.class), Extendable.class);
  }

  private static ArchRule demandPermission(String root, AllowList allowed) {
    Components components = new Components(root);
    return methods()
        .that(
            describe("are offered by a store of learners' records", m -> isOffered(m, components)))
        .and()
        .areDeclaredInClassesThat(allowed.others())
        .should(
            new ArchCondition<JavaMethod>("take a permission") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                // A permission for each of several learners is one, too.
                if (method.getParameterTypes().stream()
                    .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                    .noneMatch(PermissionTest::isPermission)) {
                  events.add(violated(method, method.getFullName() + " takes no permission"));
                }
              }
            });
  }

  private static ArchRule bindNobody(AllowList allowed) {
    return noClasses()
        .that(allowed.others())
        .should()
        .callMethod(Callers.class, "bind", Caller.class);
  }

  private static boolean isOffered(JavaMethod method, Components components) {
    return method.getOwner().getSimpleName().endsWith("Store")
        && components
            .component(method.getOwner())
            .filter(Components.OF_LEARNERS::contains)
            .isPresent()
        && !method.getModifiers().contains(JavaModifier.PRIVATE)
        && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static boolean isPermission(JavaClass type) {
    return PERMISSIONS.stream().anyMatch(type::isEquivalentTo);
  }

  private static ArchRule areMadeAtHome(Class<?>... permissions) {
    return classes()
        .that()
        .belongToAnyOf(permissions)
        .should(
            new ArchCondition<JavaClass>("be made in their own package only") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (JavaConstructor made : type.getConstructors()) {
                  if (made.getModifiers().stream().anyMatch(PermissionTest::isWide)) {
                    events.add(violated(type, made.getFullName() + " can be called elsewhere"));
                  }
                }
                type.getConstructorCallsToSelf().stream()
                    .filter(call -> !call.getOriginOwner().getPackage().equals(type.getPackage()))
                    .forEach(call -> events.add(violated(type, call.getDescription())));
              }
            });
  }

  private static boolean isWide(JavaModifier modifier) {
    return modifier == JavaModifier.PUBLIC || modifier == JavaModifier.PROTECTED;
  }

  private static ArchRule areFinal(Class<?>... permissions) {
    return classes()
        .that(
            describe(
                "are permissions",
                type -> Arrays.stream(permissions).anyMatch(type::isEquivalentTo)))
        .should()
        .haveModifier(JavaModifier.FINAL);
  }
}
