package org.cairn.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.cairn.architecture.fixture.store.BareSql;
import org.cairn.architecture.fixture.store.Driver;
import org.cairn.architecture.fixture.store.Greedy;
import org.cairn.architecture.fixture.store.HoardingStore;
import org.cairn.architecture.fixture.store.NativeStore;
import org.cairn.architecture.fixture.store.Pool;
import org.cairn.architecture.fixture.store.Shown;
import org.cairn.architecture.fixture.store.ShownStore;
import org.cairn.architecture.fixture.store.TunnelStore;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.junit.jupiter.api.Test;

class StoreTest {

  private static final String CALLER = "org.cairn.caller";

  private static final DescribedPredicate<JavaClass> STORES =
      describe("are stores", StoreTest::isOrIsInAStore);

  private static final AllowList SQL =
      AllowList.EMPTY.with(
          "org.cairn.access.VisibleScope",
          "renders who may be seen as a part of others' statements");

  @Test
  void entitiesArePackagePrivate() {
    ArchRule rule = classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();
    Check.holds(rule);
    Check.breaks(rule, Shown.class);
  }

  @Test
  void storesArePackagePrivate() {
    ArchRule rule = classes().that().haveSimpleNameEndingWith("Store").should().bePackagePrivate();
    Check.holds(rule);
    Check.breaks(rule, ShownStore.class);
  }

  @Test
  void onlyStoresReachTheDatabase() {
    Check.holds(onlyStoresUseSql(SQL));
    Check.breaks(onlyStoresUseSql(SQL), BareSql.class);
    Check.needs(SQL, StoreTest::onlyStoresUseSql);
  }

  @Test
  void onlyStoresUseAnEntityManager() {
    ArchRule rule =
        noClasses()
            .that(not(STORES))
            .and()
            .doNotBelongToAnyOf(TenantSql.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(EntityManager.class, EntityManagerFactory.class);
    Check.holds(rule);
    Check.breaks(rule, Greedy.class);
  }

  @Test
  void onlyTenantSqlHoldsAnEntityManager() {
    ArchRule rule =
        fields()
            .that()
            .haveRawType(EntityManager.class)
            .or()
            .haveRawType(EntityManagerFactory.class)
            .should()
            .beDeclaredIn(TenantSql.class);
    Check.holds(rule);
    Check.breaks(rule, HoardingStore.class);
  }

  @Test
  void onlyTheCallerComponentKnowsADataSource() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage(CALLER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.sql..");
    Check.holds(rule);
    Check.breaks(rule, Pool.class);
  }

  @Test
  void onlyStoresReadRows() {
    Check.holds(onlyStoresUseJdbc());
    Check.breaks(onlyStoresUseJdbc(), Driver.class);
  }

  @Test
  void noStoreRunsStatementsPastTenantSql() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage(CALLER)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Connection.class, Statement.class, PreparedStatement.class)
            .orShould()
            .callMethod(EntityManager.class, "createNativeQuery", String.class)
            .orShould()
            .callMethod(EntityManager.class, "createNativeQuery", String.class, Class.class)
            .orShould()
            .callMethod(EntityManager.class, "createNativeQuery", String.class, String.class)
            .orShould()
            .callMethod(EntityManager.class, "unwrap", Class.class);
    Check.holds(rule);
    Check.breaks(rule, TunnelStore.class, NativeStore.class);
  }

  private static ArchRule onlyStoresUseSql(AllowList allowed) {
    return noClasses()
        .that(not(STORES))
        .and()
        .resideOutsideOfPackage(CALLER)
        .and(allowed.others())
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(TenantSql.class, SqlText.class, SqlCall.class);
  }

  private static ArchRule onlyStoresUseJdbc() {
    return noClasses()
        .that(not(STORES))
        .and()
        .resideOutsideOfPackage(CALLER)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.sql..");
  }

  private static boolean isOrIsInAStore(JavaClass type) {
    return type.getSimpleName().endsWith("Store")
        || type.getEnclosingClass().map(StoreTest::isOrIsInAStore).orElse(false);
  }
}
