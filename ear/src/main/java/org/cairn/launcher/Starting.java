package org.cairn.launcher;

import java.util.List;
import java.util.Optional;

/** Starts the servers in the order in which they need each other, side by side where they don't. */
final class Starting {

  private final Home home;
  private final Settings settings;
  private final Servers servers;
  private final Orphans orphans;
  private final Progress progress;
  private final Http http;
  private final Ports ports = new Ports();

  Starting(
      Home home,
      Settings settings,
      Servers servers,
      Orphans orphans,
      Progress progress,
      Http http) {
    this.home = home;
    this.settings = settings;
    this.servers = servers;
    this.orphans = orphans;
    this.progress = progress;
    this.http = http;
  }

  Started start() throws Exception {
    int httpPort = ports.from(settings.httpPort());
    SampleRealm realm = new SampleRealm(home, new Secrets(home), "http://localhost:" + httpPort);
    Database database = database();
    Optional<Keycloak> keycloak =
        settings.issuer().isPresent() ? Optional.empty() : Optional.of(keycloak(realm));
    String issuer = settings.issuer().or(() -> keycloak.map(Keycloak::issuerAddress)).orElseThrow();
    WildFlyServer server = server(httpPort, new ServerSettings(database, issuer, home.config()));
    server.await(http);
    progress.say("WildFly is ready");
    RunFile run =
        keycloak.isPresent()
            ? withSample(keycloak.get().await(http), realm, server)
            : withoutSample(Issuer.discover(issuer, http), server);
    return new Started(run, keycloak, server);
  }

  private Database database() throws Exception {
    Database database;
    if (settings.database().isPresent()) {
      database = settings.database().get();
      progress.say("using the database " + database.url());
    } else {
      int port = ports.from(settings.databasePort());
      progress.say("starting PostgreSQL on port " + port);
      Postgres postgres = servers.start(() -> Postgres.durable(home, port));
      orphans.remember(postgres.pid());
      database = postgres.database();
    }
    int count = migrate(database);
    progress.say("the database is ready, " + count + " migrations applied");
    return database;
  }

  private int migrate(Database database) {
    try {
      return new Migrations(home).migrate(database);
    } catch (LaunchFailure failure) {
      if (settings.database().isPresent()) {
        throw failure;
      }
      throw new LaunchFailure(
          failure.getMessage()
              + "; `./cairn reset` deletes the local data and lets it start empty");
    }
  }

  private Keycloak keycloak(SampleRealm realm) throws Exception {
    int port = ports.from(settings.keycloakPort());
    progress.say("starting Keycloak on port " + port);
    Keycloak keycloak = servers.start(() -> Keycloak.start(home, port, realm, progress));
    orphans.remember(keycloak.pid());
    return keycloak;
  }

  private WildFlyServer server(int port, ServerSettings serverSettings) throws Exception {
    int managementPort = ports.from(settings.managementPort());
    progress.say("starting WildFly on port " + port);
    WildFlyServer server =
        servers.start(
            () ->
                WildFlyServer.start(
                    home, port, managementPort, serverSettings, settings.serverOptions()));
    orphans.remember(server.pid());
    return server;
  }

  private RunFile withSample(Issuer issuer, SampleRealm realm, WildFlyServer server)
      throws InterruptedException {
    progress.say("Keycloak is ready");
    SampleLoader.Api api = new SampleLoader.Api(server.baseUrl(), http);
    String databaseName = settings.database().map(Database::url).orElse("embedded");
    List<SampleUser> users =
        new SampleLoader(home, realm, issuer, api, progress)
            .load(new SampleMarks(home, databaseName));
    return new RunFile(
        server.baseUrl(),
        server.managementUrl(),
        issuer.tokenUrl(),
        SampleRealm.CLIENT_ID,
        realm.systemClients(),
        users);
  }

  /** A foreign issuer does not know the sample's people, so nothing could load or use it. */
  private RunFile withoutSample(Issuer issuer, WildFlyServer server) {
    progress.say("the sample is left out: its people are not at " + issuer.address());
    return new RunFile(
        server.baseUrl(),
        server.managementUrl(),
        issuer.tokenUrl(),
        SampleRealm.CLIENT_ID,
        List.of(),
        List.of());
  }
}
