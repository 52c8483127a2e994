package org.cairn.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

/** PostgreSQL with nothing to install, on this machine's loopback address only. */
public final class Postgres implements AutoCloseable {

  private static final String DATABASE = "cairn";

  /** A new machine's first start reads every page from a cold disk, beside a busy build. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final EmbeddedPostgres server;
  private final Home home;
  private final Database database;

  private Postgres(EmbeddedPostgres server, Home home, int port) {
    this.server = server;
    this.home = home;
    Secrets secrets = new Secrets(home);
    this.database =
        new Database(
            "jdbc:postgresql://localhost:" + port + "/" + DATABASE,
            new Database.Login("cairn_owner", secrets.of("database.owner")),
            new Database.Login("cairn_app", secrets.of("database.app")));
  }

  /** Starts it with data that stay and survive a crash. */
  public static Postgres durable(Home home, int port) {
    return start(home, port, builder(home, port), "on");
  }

  /** Starts it empty; its data go when it closes. */
  public static Postgres forgetful(Home home, int port) {
    return start(home, port, builder(home, port).setCleanDataDirectory(true), "off");
  }

  public Database database() {
    return database;
  }

  /** The process that must be gone when Cairn is. */
  public long pid() {
    try (Stream<String> lines = Files.lines(home.in("postgres/postmaster.pid"))) {
      return Long.parseLong(lines.findFirst().orElseThrow().strip());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      System.err.println("cairn: PostgreSQL did not stop well: " + failure.getMessage());
    }
  }

  private static EmbeddedPostgres.Builder builder(Home home, int port) {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setOverrideWorkingDirectory(home.postgresBinaries().toFile())
        .setDataDirectory(home.in("postgres"))
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(PATIENCE)
        .setOutputRedirector(Redirect.appendTo(home.log("postgres").toFile()))
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        // A socket in /tmp belongs to whoever used the port last, perhaps somebody else.
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "100")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("shared_preload_libraries", "pg_stat_statements");
  }

  private static Postgres start(
      Home home, int port, EmbeddedPostgres.Builder builder, String durability) {
    builder.setServerConfig("fsync", durability);
    builder.setServerConfig("full_page_writes", durability);
    // Even where a lost machine may lose data, a lost process must not.
    builder.setServerConfig("synchronous_commit", "on");
    try {
      Postgres started = new Postgres(builder.start(), home, port);
      started.prepareOrClose();
      return started;
    } catch (IOException | IllegalStateException failure) {
      throw new LaunchFailure(
          "PostgreSQL did not start: %s; see %s"
              .formatted(failure.getMessage(), home.log("postgres")));
    }
  }

  private void prepareOrClose() throws IOException {
    try (Connection superuser = server.getPostgresDatabase().getConnection();
        Statement statement = superuser.createStatement()) {
      statement.execute(Files.readString(home.config().resolve("db/roles.sql")));
      setPassword(statement, database.owner());
      setPassword(statement, database.app());
      createDatabase(statement);
      addStatistics();
    } catch (SQLException failure) {
      close();
      throw new LaunchFailure("cannot prepare the database: " + failure.getMessage());
    }
  }

  private void addStatistics() throws SQLException {
    try (Connection superuser = server.getDatabase("postgres", DATABASE).getConnection();
        Statement statement = superuser.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
    }
  }

  private static void setPassword(Statement statement, Database.Login login) throws SQLException {
    statement.execute(
        "alter role %s password %s"
            .formatted(
                statement.enquoteIdentifier(login.user(), false),
                statement.enquoteLiteral(login.password())));
  }

  private static void createDatabase(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
      if (found.next()) {
        return;
      }
    }
    statement.execute(
        "create database "
            + DATABASE
            + " owner cairn_owner template template0 encoding 'UTF8'"
            + " locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'");
  }
}
