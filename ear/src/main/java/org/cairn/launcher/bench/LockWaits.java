package org.cairn.launcher.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/**
 * What PostgreSQL itself says about a session's waits for locks of a millisecond and more: how long
 * each was, who held the lock, and who queued for it before.
 */
final class LockWaits {

  private static final Pattern ACQUIRED = Pattern.compile("acquired .* after ([0-9.]+) ms");

  private final Pattern blamed;
  private boolean isToBlame;
  private double longest;

  /**
   * Blames one session.
   *
   * @param session its process
   */
  LockWaits(int session) {
    blamed = Pattern.compile("\\b" + session + "\\b");
  }

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
      if (told instanceof PSQLWarning warning) {
        listen(warning.getServerErrorMessage());
      }
    }
  }

  private void listen(ServerErrorMessage told) {
    String detail = told.getDetail();
    if (detail != null) {
      isToBlame = blamed.matcher(detail).find();
    }
    Matcher acquired = ACQUIRED.matcher(String.valueOf(told.getMessage()));
    if (acquired.find() && isToBlame) {
      longest = Math.max(longest, Double.parseDouble(acquired.group(1)));
    }
  }

  /** The longest wait that the session has to answer for, in milliseconds; 0 without any. */
  double longest() {
    return longest;
  }
}
