package org.cairn.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.cairn.caller.SqlText;
import org.junit.jupiter.api.Test;

/** The nets below Hibernate: what the database itself lets the application's role see. */
class RowLevelSecurityStoreIT {

  private static final SqlText ADD_ORG =
      SqlText.of(
          """
          insert into org (tenant_id, id, sourced_id, status, name, type)
          values (:tenant, :id, 'district', 'active', 'A district', 'district')
          """);

  private static final SqlText ORGS_OF_ALL = SqlText.of("select tenant_id from org");

  @Test
  void aQueryWithoutTenantFindsNothing() throws SQLException {
    addOrg(TestDatabase.newTenant());
    try (Connection raw = TestDatabase.rawConnection();
        Statement statement = raw.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from org")) {
      row.next();
      assertEquals(0, row.getInt(1));
    }
  }

  @Test
  void aTenantFindsItsOwnRowsAndNoOther() {
    String mine = TestDatabase.newTenant();
    String theirs = TestDatabase.newTenant();
    addOrg(mine);
    addOrg(theirs);
    assertEquals(
        List.of(mine),
        TestDatabase.inTenant(mine, sql -> sql.with(ORGS_OF_ALL).list(row -> row.getString(1))));
  }

  @Test
  void everyTableWithATenantIsIsolatedByForce() throws SQLException {
    List<String> open = new ArrayList<>();
    try (Connection raw = TestDatabase.rawConnection();
        Statement statement = raw.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select relname from pg_class
                where relnamespace = 'cairn'::regnamespace and relkind in ('r', 'p')
                  and relname not like 'flyway%'
                  and not (relrowsecurity and relforcerowsecurity)
                """)) {
      while (row.next()) {
        open.add(row.getString(1));
      }
    }
    assertTrue(open.isEmpty(), () -> "not isolated: " + open);
  }

  private static void addOrg(String tenant) {
    TestDatabase.inTenant(tenant, sql -> sql.with(ADD_ORG).set("id", Ids.next()).update());
  }
}
