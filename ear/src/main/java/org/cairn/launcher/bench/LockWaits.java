package org.cairn.launcher.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PostgreSQL itself says about a session's waits for locks of tables, of a millisecond and
 * more. Who writes or reads rows never waits for such a lock of others who do.
 */
final class LockWaits {

  private static final Pattern ACQUIRED =
      Pattern.compile("acquired \\w+ on relation .* after ([0-9.]+) ms");

  private double longest;

  /** Has PostgreSQL tell a superuser's session of its waits. */
  static void tell(Connection superuser) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute("set deadlock_timeout = '1ms'");
      statement.execute("set log_lock_waits = on");
      statement.execute("set client_min_messages = log");
      statement.execute("set lc_messages = 'C'");
    }
  }

  /** Takes in what was told with a statement. */
  void listen(Statement statement) throws SQLException {
    for (SQLWarning told = statement.getWarnings(); told != null; told = told.getNextWarning()) {
      Matcher acquired = ACQUIRED.matcher(String.valueOf(told.getMessage()));
      if (acquired.find()) {
        longest = Math.max(longest, Double.parseDouble(acquired.group(1)));
      }
    }
  }

  /** The longest wait, in milliseconds; 0 without any. */
  double longest() {
    return longest;
  }
}
