package org.cairn.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cairn.architecture.fixture.sql.ForgetfulStore;
import org.cairn.architecture.fixture.sql.ImprovisingStore;
import org.cairn.caller.SqlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTest {

  private static final TenantTables TABLES =
      TenantTables.ofMigrations(Project.files("config/db/migration", ".sql"));

  /** What runs statements and holds none. */
  private static final Set<String> MACHINERY =
      Set.of("org.cairn.caller.TenantSql", "org.cairn.caller.SqlText", "org.cairn.caller.SqlCall");

  private static final AllowList COMPOSING =
      AllowList.EMPTY.with(
          "org.cairn.access.VisibleScope", "puts constants together that are judged themselves");

  @Test
  void everyStatementNamesTheTenantOfEveryTable() {
    List<String> faults = new ArrayList<>();
    for (JavaClass type : classesWithSql()) {
      Statements.of(type.reflect())
          .forEach(
              (place, text) ->
                  TABLES.faults(text).forEach(fault -> faults.add(place + " " + fault)));
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void everyStoreHasStatementsThatAreJudged() {
    List<JavaClass> stores =
        classesWithSql().stream().filter(t -> t.getSimpleName().endsWith("Store")).toList();
    assertTrue(stores.size() >= 5, stores::toString);
    for (JavaClass store : stores) {
      assertFalse(Statements.of(store.reflect()).isEmpty(), store::getName);
    }
  }

  @Test
  void aStoreThatForgetsTheTenantIsFound() {
    List<String> forgotten = new ArrayList<>();
    Statements.of(ForgetfulStore.class)
        .forEach(
            (place, text) -> {
              if (!TABLES.faults(text).isEmpty()) {
                forgotten.add(place.substring(place.lastIndexOf("Store.") + 6));
              }
            });
    assertEquals(List.of("BY_KIND[page]", "FIND", "PARTS[0].text", "TEMPLATE"), forgotten);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1 from game_profile",
        "select 1 from game_profile p where p.tenant_id = :other",
        "select 1 from game_profile p join xp_transaction x on true where p.tenant_id = :tenant",
        "select 1 from game_profile p, xp_transaction x where tenant_id = :tenantId",
        "update game_profile set balance = 0 where learner_id = :learner",
        "delete from roster_row r using roster_error e where r.tenant_id = :tenant",
        "insert into game_profile (learner_id) values (:learner)",
        "insert into game_profile (tenant_id, learner_id) select p.tenant_id, p.id from person p"
            + " where p.tenant_id = :tenant",
        "select 1 from log, game_profile where last = :last",
        "select 1 from game_profile p, xp_transaction x where p.tenant_id = :tenant",
        "select 1 from cairn.game_profile where learner_id = :learner",
        "select 1 from teaches where viewer_id = :viewer",
        "insert into job_run (tenant_id, id) select home.id, :id from tenant home"
            + " where home.id = :home",
        "select 1 from game_profile where tenant_id = :tenant and last_active_at < now()"
      })
  void aForgottenTenantOrASecondClockIsFound(String statement) {
    assertFalse(TABLES.faults(statement).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1 from pg_roles",
        "select 1 from game_profile where tenant_id = :tenant",
        "select 1 from game_profile p join xp_transaction x on x.tenant_id = :tenant"
            + " where p.tenant_id = :tenant",
        "insert into game_profile (tenant_id, learner_id) values (:tenant, :learner)",
        "with log as (update learner_log set last_position = 1 where tenant_id = :tenant) select 1"
            + " from log",
        "insert into job_run (tenant_id, id) select home.id, :id from tenant home"
            + " where (home.id = :tenant or :tenant = 'shared') and home.id = :home"
      })
  void aStatementThatNamesItsTenantsPasses(String statement) {
    assertEquals(List.of(), TABLES.faults(statement));
  }

  @Test
  void theTablesComeFromTheMigrations() {
    assertTrue(
        TABLES.names().containsAll(Set.of("roster_user", "learning_event", "person", "teaches")));
    assertFalse(TABLES.names().contains("tenant"));
  }

  @Test
  void statementsAreConstants() {
    Check.holds(areConstants(COMPOSING));
    Check.breaks(areConstants(COMPOSING), ImprovisingStore.class);
    Check.needs(COMPOSING, SqlTest::areConstants);
  }

  private static ArchRule areConstants(AllowList allowed) {
    return codeUnits()
        .that(describe("compile a statement", SqlTest::compilesAStatement))
        .and()
        .areDeclaredInClassesThat(allowed.others())
        .should(
            new ArchCondition<JavaCodeUnit>("do so when their class is loaded") {
              @Override
              public void check(JavaCodeUnit unit, ConditionEvents events) {
                if (!runsAtLoading(unit)) {
                  events.add(violated(unit, unit.getFullName() + " compiles a statement late"));
                }
              }
            });
  }

  private static boolean compilesAStatement(JavaCodeUnit unit) {
    return unit.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getTargetOwner().isEquivalentTo(SqlText.class) && call.getName().equals("of"));
  }

  private static boolean runsAtLoading(JavaCodeUnit unit) {
    if (unit instanceof JavaStaticInitializer) {
      return true;
    }
    Set<? extends JavaAccess<?>> callers = unit.getAccessesToSelf();
    return unit.getModifiers().containsAll(Set.of(JavaModifier.PRIVATE, JavaModifier.STATIC))
        && !callers.isEmpty()
        && callers.stream().allMatch(access -> runsAtLoading(access.getOrigin()));
  }

  private static List<JavaClass> classesWithSql() {
    return Code.real().stream()
        .filter(
            type ->
                type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(use -> use.getTargetClass().isEquivalentTo(SqlText.class)))
        .filter(type -> !MACHINERY.contains(type.getName()))
        .toList();
  }
}
