package org.cairn.launcher;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings a database to this version's schema, as its owner, before the server starts. */
public final class Migrations {

  private static final String SCHEMA = "cairn";

  private final Home home;

  public Migrations(Home home) {
    this.home = home;
  }

  /** Returns how many migrations ran; on a database that is up to date none does. */
  public int migrate(Database database) {
    try {
      MigrateResult result = flyway(database).migrate();
      return result.migrationsExecuted;
    } catch (FlywayException failure) {
      throw new LaunchFailure("migration failed: " + oneLine(failure));
    }
  }

  private Flyway flyway(Database database) {
    return Flyway.configure()
        .dataSource(database.url(), database.owner().user(), database.owner().password())
        .schemas(SCHEMA)
        .locations("filesystem:" + home.config().resolve("db/migration"))
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        .loggers("slf4j")
        .load();
  }

  private static String oneLine(FlywayException failure) {
    return String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
  }
}
