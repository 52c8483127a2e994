package org.cairn.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.cairn.metrics.FeedHorizon.Look;
import org.cairn.shared.TestDatabase;
import org.junit.jupiter.api.Test;

class HorizonStoreIT {

  @Test
  void aWriterHoldsTheHorizonAndAReaderDoesNot() throws SQLException {
    String tenant = TestDatabase.newTenant();
    try (Connection reader = TestDatabase.rawConnection();
        Statement reading = reader.createStatement();
        Connection writer = TestDatabase.rawConnection();
        Statement writing = writer.createStatement()) {
      reading.execute("select count(*) from pg_class");
      Look before = look(tenant);
      writing.execute("select pg_current_xact_id()");
      Look during = look(tenant);
      TestDatabase.newTenant();
      Look later = look(tenant);
      assertEquals(during.oldest(), later.oldest());
      assertTrue(later.next() > during.next());
      assertEquals(before.next(), during.oldest());
      writer.rollback();
      assertTrue(look(tenant).oldest() > during.oldest());
    }
  }

  private static Look look(String tenant) {
    return TestDatabase.inTenant(tenant, sql -> new HorizonStore(sql).look(Instant.EPOCH));
  }
}
