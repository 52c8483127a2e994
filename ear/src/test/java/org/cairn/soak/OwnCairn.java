package org.cairn.soak;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cairn.launcher.Folders;
import org.cairn.launcher.Home;
import org.cairn.launcher.Http;
import org.cairn.launcher.Migrations;
import org.cairn.launcher.Ports;
import org.cairn.launcher.Postgres;
import org.cairn.launcher.ServerSettings;
import org.cairn.launcher.WildFlyServer;
import org.cairn.system.CutProxy;
import org.cairn.system.RunningCairn;
import org.cairn.system.TestServers;

/**
 * A Cairn of a test's own, whose servers it may kill: a PostgreSQL that keeps its data as a
 * district's does, a wire to it that can be cut, and a WildFly. The Keycloak, whose people it
 * shares, is everybody's.
 */
public final class OwnCairn implements AutoCloseable {

  private static final String SMALL = "-Xms256m -Xmx768m -Djava.net.preferIPv4Stack=true";

  private final Home home;
  private final int databasePort;
  private final int port;
  private final int management;
  private final CutProxy wire;
  private final Http http = new Http();
  private Postgres postgres;
  private final List<WildFlyServer> others = new ArrayList<>();
  private WildFlyServer server;
  private long postmaster;
  private RunningCairn api;
  private String options = SMALL;

  private OwnCairn(Home home) {
    Ports ports = new Ports();
    this.home = home;
    this.databasePort = ports.from(26432);
    this.port = ports.from(28080);
    this.management = ports.from(29990);
    this.wire = CutProxy.to(databasePort);
  }

  /** An empty Cairn, nothing of which runs yet; whatever an earlier test left is gone. */
  public static OwnCairn prepare(String name) {
    Home tests = RunningCairn.get().home();
    Home own = new Home(tests.root(), tests.in(name));
    Folders.delete(own.directory());
    return new OwnCairn(own.create());
  }

  /** An empty Cairn that is ready, with the sample loaded. */
  public static OwnCairn start(String name) throws Exception {
    OwnCairn own = prepare(name);
    own.startPostgres();
    own.startServer();
    own.api().load();
    return own;
  }

  public Home home() {
    return home;
  }

  /** How a test talks to it. */
  public RunningCairn api() {
    if (api == null) {
      api = RunningCairn.get().at(home, port, management, postgres.database(), wire);
    }
    return api;
  }

  /** Between the server and its database. */
  public CutProxy wire() {
    return wire;
  }

  public int port() {
    return port;
  }

  /** Starts PostgreSQL where its data lie, migrates it, and tells how long that took. */
  public Duration startPostgres() throws Exception {
    long begin = System.nanoTime();
    postgres = TestServers.start(() -> Postgres.durable(home, databasePort), Postgres::pid);
    postmaster = postgres.pid();
    Duration took = since(begin);
    new Migrations(home).migrate(postgres.database());
    return took;
  }

  /** Starts WildFly, and tells after how long it was ready. */
  public Duration startServer() throws Exception {
    long begin = System.nanoTime();
    beginServer();
    server.await(http);
    return since(begin);
  }

  /** Starts WildFly and does not wait. */
  public void beginServer() throws Exception {
    ServerSettings settings = settings();
    server =
        TestServers.start(
            () -> WildFlyServer.start(home, port, management, settings, options),
            WildFlyServer::pid);
  }

  /** Settings of the servers that start from now on, such as {@code -Dcairn.node=second}. */
  public void set(String properties) {
    options = SMALL + " " + properties;
  }

  /** Starts one more server on the same database, and answers its address. */
  public String startSecondServer() throws Exception {
    Ports ports = new Ports();
    Home own = new Home(home.root(), home.in("second")).create();
    ServerSettings settings = settings();
    WildFlyServer second =
        TestServers.start(
            () ->
                WildFlyServer.start(
                    own,
                    ports.from(28080),
                    ports.from(29990),
                    settings,
                    options + " -Dcairn.node=second"),
            WildFlyServer::pid);
    others.add(second);
    second.await(http);
    return second.baseUrl();
  }

  private ServerSettings settings() {
    return new ServerSettings(
        postgres.database().at(wire.port()), api().issuer().address(), home.config());
  }

  public WildFlyServer server() {
    return server;
  }

  /** Returns once the server says that it is ready; fails after two minutes. */
  public Duration awaitReady() throws InterruptedException {
    long begin = System.nanoTime();
    while (!http.answers(server.baseUrl() + "/health/ready")) {
      if (since(begin).toSeconds() > 120) {
        throw new AssertionError("not ready after two minutes; see " + home.log("server"));
      }
      Thread.sleep(50);
    }
    return since(begin);
  }

  /** {@code kill -9} of the server, with no word of warning. */
  public void killServer() {
    kill(server.pid());
  }

  /** Tells the server to end, and returns when it has. */
  public void stopServer() {
    server.close();
  }

  /** {@code kill -9} of PostgreSQL, of the postmaster first and then of all its backends. */
  public void killPostgres() {
    kill(postmaster);
    postgres.close();
  }

  public void stopPostgres() {
    postgres.close();
  }

  /** Whoever may look at everything, past the wire. */
  public Connection superuser() throws SQLException {
    return DriverManager.getConnection(postgres.database().url(), "postgres", "");
  }

  /** Whether PostgreSQL's postmaster still lives. */
  public boolean hasPostgres() {
    return ProcessHandle.of(postmaster).map(ProcessHandle::isAlive).orElse(false);
  }

  @Override
  public void close() {
    others.forEach(other -> kill(other.pid()));
    if (server != null) {
      kill(server.pid());
    }
    if (postgres != null) {
      postgres.close();
    }
    wire.close();
  }

  private static void kill(long pid) {
    List<ProcessHandle> members = new ArrayList<>();
    ProcessHandle.of(pid)
        .ifPresent(
            root -> {
              members.add(root);
              root.descendants().forEach(members::add);
            });
    members.forEach(ProcessHandle::destroyForcibly);
    members.forEach(member -> member.onExit().join());
  }

  static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
