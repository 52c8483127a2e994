package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the database itself shows to the application's role, filled with two real districts. */
class TenantIsolationIT extends SystemTest {

  /** The reserved tenant's definitions are everybody's to read. */
  private static final Set<String> DEFINITIONS =
      Set.of("content_item", "content_version", "onboarding_track", "rule_set", "rule_activation");

  @Test
  void withoutATenantEveryTableIsEmpty() throws SQLException {
    Learners.allOf("lakeside");
    for (String table : tenantTables()) {
      assertEquals(0, TestSql.numberAs(null, "select count(*) from " + table), table);
    }
  }

  @Test
  void aTenantSeesItsOwnRowsAndNoOther() throws SQLException {
    Learners.allOf("lakeside");
    long foreign = 0;
    for (String table : tenantTables()) {
      if (!DEFINITIONS.contains(table)) {
        foreign +=
            TestSql.numberAs(
                "lakeside", "select count(*) from " + table + " where tenant_id <> 'lakeside'");
      }
    }
    assertEquals(0, foreign);
    assertTrue(TestSql.numberAs("lakeside", "select count(*) from roster_user") > 5);
    assertTrue(TestSql.numberAs("grand-bend", "select count(*) from roster_user") > 2000);
  }

  @Test
  void partitionsAreReachedThroughTheirTableOnly() throws SQLException {
    String partitions =
        "select count(*) from pg_class where relnamespace = 'cairn'::regnamespace"
            + " and relkind = 'r' and relispartition";
    assertTrue(TestSql.numberAs(null, partitions) > 3);
    assertEquals(
        0,
        TestSql.numberAs(
            null,
            partitions
                + " and has_table_privilege(current_user, oid, 'select, insert, update, delete')"));
  }

  @Test
  void theTwoDistrictsShareNoLearner() {
    Set<String> both = new HashSet<>(Learners.allOf("lakeside"));
    assertTrue(both.size() >= 4);
    both.retainAll(Learners.allOf("grand-bend"));
    assertEquals(Set.of(), both);
  }

  @Test
  void theApplicationsRoleIsNeitherOwnerNorPrivileged() throws SQLException {
    assertEquals(
        1,
        TestSql.numberAs(
            null,
            """
            select count(*) from pg_roles where rolname = current_user and rolname = 'cairn_app'
              and not rolsuper and not rolbypassrls and not rolcreaterole
              and not exists (select from pg_class where relowner = pg_roles.oid)
            """));
  }

  private static List<String> tenantTables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection owner = server().database().connectAsOwner();
        Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select table_name from information_schema.columns
                join information_schema.tables using (table_schema, table_name)
                where table_schema = 'cairn' and column_name = 'tenant_id'
                  and table_type = 'BASE TABLE'
                  and not (select relispartition from pg_class
                    where oid = format('cairn.%I', table_name)::regclass)
                """)) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    assertTrue(tables.size() > 10, tables::toString);
    return tables;
  }
}
