package org.cairn.system;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import org.cairn.launcher.Database;
import org.cairn.launcher.Home;
import org.cairn.launcher.Keycloak;
import org.cairn.launcher.Migrations;
import org.cairn.launcher.Orphans;
import org.cairn.launcher.Ports;
import org.cairn.launcher.Postgres;
import org.cairn.launcher.Progress;
import org.cairn.launcher.RunLock;
import org.cairn.launcher.SampleRealm;
import org.cairn.launcher.Secrets;
import org.cairn.launcher.ServerSettings;
import org.cairn.launcher.Servers;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts, once for all system tests, what the server needs before Arquillian starts it: an empty
 * PostgreSQL with the migrations, and a Keycloak whose folder is kept between runs. Arquillian
 * learns of ports and settings by system properties.
 */
public final class TestServers implements LauncherSessionListener {

  private static final Servers SERVERS = new Servers();
  private static Orphans orphans;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (!Boolean.getBoolean("cairn.system.tests")) {
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(SERVERS::close, "stop"));
    try {
      start(Home.ofTests(Path.of(System.getProperty("cairn.root"))).create());
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    SERVERS.close();
  }

  /** Starts one more, which ends when the tests do, or is swept up when they were killed. */
  public static <T extends AutoCloseable> T start(Callable<T> starter, ToLongFunction<T> pid)
      throws Exception {
    T server = SERVERS.start(starter);
    orphans.remember(pid.applyAsLong(server));
    return server;
  }

  private static void start(Home home) throws Exception {
    SERVERS.start(() -> RunLock.take(home));
    orphans = new Orphans(home);
    orphans.end();
    home.privateFile("sample.properties").delete();
    Ports ports = new Ports();
    int port = ports.from(18080);
    int management = ports.from(19990);
    int keycloakPort = ports.from(18081);
    int databasePort = ports.from(25432);
    SampleRealm realm = new SampleRealm(home, new Secrets(home), "http://localhost:" + port);
    Keycloak keycloak =
        SERVERS.start(() -> Keycloak.start(home, keycloakPort, realm, new Progress()));
    orphans.remember(keycloak.pid());
    Postgres postgres = SERVERS.start(() -> Postgres.forgetful(home, databasePort));
    orphans.remember(postgres.pid());
    Database database = postgres.database();
    new Migrations(home).migrate(database);
    CutProxy wire = SERVERS.start(() -> CutProxy.to(databasePort));
    tellArquillian(
        home,
        port,
        management,
        new ServerSettings(database.at(wire.port()), keycloak.issuerAddress(), home.config()));
    RunningCairn.prepare(new RunningCairn(home, port, management, database, wire, keycloak, realm));
  }

  private static void tellArquillian(Home home, int port, int management, ServerSettings settings) {
    home.privateFile("server.properties").write(settings.text());
    System.setProperty("cairn.test.server", home.built("wildfly").toString());
    System.setProperty("cairn.test.base", home.in("server").toString());
    System.setProperty("cairn.test.settings", home.in("server.properties").toUri().toString());
    System.setProperty("cairn.test.port", String.valueOf(port));
    System.setProperty("cairn.test.management", String.valueOf(management));
  }
}
