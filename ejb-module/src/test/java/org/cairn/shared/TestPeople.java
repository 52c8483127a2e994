package org.cairn.shared;

import java.util.UUID;
import org.cairn.caller.SqlText;

/** People of the store tests, as an import leaves them. */
public final class TestPeople {

  private static final SqlText ADD =
      SqlText.of(
          """
          insert into roster_user (tenant_id, id, sourced_id, status, enabled, given_name,
            family_name, grade)
          values (:tenant, :id, :id::text, 'active', true, 'A', 'Learner', '04')
          """);

  private TestPeople() {}

  /** A new active learner, whose sourcedId is its id. */
  public static UUID learner(String tenant) {
    UUID id = Ids.next();
    TestDatabase.inTenant(tenant, sql -> sql.with(ADD).set("id", id).update());
    return id;
  }
}
