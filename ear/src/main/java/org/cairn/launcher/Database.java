package org.cairn.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A PostgreSQL database for Cairn, and the two roles that enter it.
 *
 * @param owner owns the schemas and migrates them
 * @param app what the server connects as
 */
public record Database(String url, Login owner, Login app) {

  /** As the server's datasource has it. */
  private static final String SCHEMAS = "cairn,batch";

  /** A role with its password. */
  public record Login(String user, String password) {

    @Override
    public String toString() {
      return user;
    }
  }

  /** The same database by way of another port of this machine. */
  public Database at(int port) {
    return new Database(url.replaceFirst("localhost:\\d+/", "localhost:" + port + "/"), owner, app);
  }

  public Connection connectAsOwner() {
    return connect(owner);
  }

  public Connection connectAsApp() {
    return connect(app);
  }

  /** Fails in one line unless both roles can enter. */
  void check() {
    try (Connection asOwner = connectAsOwner();
        Connection asApp = connectAsApp()) {
      if (asOwner.isReadOnly() || asApp.isReadOnly()) {
        throw new LaunchFailure("the database at DB_URL is read-only");
      }
    } catch (SQLException closing) {
      throw new LaunchFailure("the database at DB_URL: " + closing.getMessage());
    }
  }

  private Connection connect(Login login) {
    try {
      Properties properties = new Properties();
      properties.setProperty("user", login.user());
      properties.setProperty("password", login.password());
      properties.setProperty("currentSchema", SCHEMAS);
      return DriverManager.getConnection(url, properties);
    } catch (SQLException refused) {
      String reason =
          String.valueOf(refused.getMessage()).lines().findFirst().orElse("no reason given");
      throw new LaunchFailure("cannot enter " + url + " as " + login.user() + ": " + reason);
    }
  }
}
