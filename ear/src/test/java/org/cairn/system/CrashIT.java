package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.cairn.soak.Crash;
import org.junit.jupiter.api.Test;

/**
 * The short form of the soak's kills: a backend dies under load, so PostgreSQL throws everybody out
 * and recovers from its log.
 */
class CrashIT extends SystemTest {

  @Test
  void aKilledBackendLosesAndDoublesNothing() throws Exception {
    try (Crash crash = new Crash(server(), "crash" + System.nanoTime())) {
      ProcessHandle backend = aBackend();
      crash.strike(() -> assertTrue(backend.destroyForcibly()), () -> {});
      crash.assertNothingIsLostOrDoubled();
    }
  }

  private static ProcessHandle aBackend() throws SQLException {
    try (Connection superuser = server().superuser();
        Statement statement = superuser.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select pid from pg_stat_activity where usename = 'cairn_app' limit 1")) {
      assertTrue(row.next());
      return ProcessHandle.of(row.getLong(1)).orElseThrow();
    }
  }
}
