package org.cairn.launcher;

import java.util.List;

/** {@code ./cairn migrate}: brings a district's own database to this version's schema. */
final class Migrate implements CairnCommand {

  @Override
  public void run(Home home, List<String> arguments) {
    Database database =
        Settings.of(System.getenv())
            .database()
            .orElseThrow(
                () ->
                    new LaunchFailure(
                        "migrate needs DB_URL, DB_OWNER_PASSWORD and DB_APP_PASSWORD;"
                            + " `./cairn run` migrates its own database by itself"));
    database.check();
    int count = new Migrations(home).migrate(database);
    System.out.println(count == 0 ? "The schema is up to date." : count + " migrations applied.");
  }
}
