package org.cairn.attack;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.launcher.Database;
import org.cairn.launcher.Folders;
import org.cairn.launcher.Home;
import org.cairn.launcher.Http;
import org.cairn.launcher.Migrations;
import org.cairn.launcher.Ports;
import org.cairn.launcher.ServerSettings;
import org.cairn.launcher.WildFlyServer;
import org.cairn.system.Client;
import org.cairn.system.RunningCairn;
import org.cairn.system.TestServers;

/** A Cairn of the attacks' own: an issuer and a database that no other test shares. */
public final class AttackedCairn implements AutoCloseable {

  private static final String DATABASE = "cairn_attack";
  private static final String OPTIONS = "-Xms128m -Xmx640m -Djava.net.preferIPv4Stack=true";
  private static final Path ANCHORS = home("anchors").directory();

  /** What all servers of one database share. */
  private static final Path OBJECTS = ANCHORS.resolveSibling("storage");

  private static final Ports PORTS = new Ports();

  private static AttackedCairn shipped;
  private static OwnIssuer issuer;
  private static Database database;

  private final WildFlyServer server;
  private final Map<Person, String> tokens = new ConcurrentHashMap<>();

  private AttackedCairn(WildFlyServer server) {
    this.server = server;
  }

  /** The one with the EAR that ships; it runs until the last test has ended. */
  public static synchronized AttackedCairn shipped() {
    if (shipped == null) {
      shipped = start("shipped", home("shipped").built("cairn.ear"), "");
    }
    return shipped;
  }

  /** Another one beside it, of the same database and issuer, for the caller to close. */
  public static synchronized AttackedCairn start(String name, Path ear, String options) {
    prepare();
    Home home = home(name).create();
    ServerSettings settings = new ServerSettings(database, issuer.address(), home.config());
    try {
      WildFlyServer server =
          TestServers.start(() -> launch(home, ear, settings, options), WildFlyServer::pid);
      server.await(new Http());
      return new AttackedCairn(server);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static WildFlyServer launch(
      Home home, Path ear, ServerSettings settings, String options) {
    String own =
        " -Dcairn.log.format=json -Dcairn.node=%s -Dcairn.audit.anchors=%s"
                .formatted(home.directory().getFileName(), ANCHORS)
            + " -Dcairn.objects.folder=%s -Dcairn.keys.folder=%s -Dcairn.keys.master=%s"
                .formatted(
                    OBJECTS.resolve("objects"),
                    OBJECTS.resolve("keys"),
                    OBJECTS.resolve("master.key"));
    return WildFlyServer.start(
        home, ear, PORTS.from(28080), PORTS.from(29990), settings, OPTIONS + " " + options + own);
  }

  static Home home(String name) {
    Path root = Path.of(System.getProperty("cairn.root"));
    return new Home(root, root.resolve(".cairn/test/" + name));
  }

  public static OwnIssuer issuer() {
    return issuer;
  }

  /** Past every net. */
  static Connection superuser() throws SQLException {
    Connection connection = DriverManager.getConnection(database.url(), "postgres", "");
    connection.setSchema("cairn");
    return connection;
  }

  public Client as(Person person) {
    return with(tokens.computeIfAbsent(person, who -> Token.of(issuer, who).signedBy(issuer)));
  }

  public Client with(String token) {
    return new Client(server.baseUrl(), token);
  }

  public Client asNobody() {
    return new Client(server.baseUrl(), null);
  }

  String baseUrl() {
    return server.baseUrl();
  }

  @Override
  public void close() {
    server.close();
  }

  private static void prepare() {
    if (database != null) {
      return;
    }
    // The database is new, so these are, whatever an earlier run has left.
    Folders.delete(ANCHORS);
    Folders.delete(OBJECTS);
    Database main = RunningCairn.get().database();
    String url = main.url().replaceFirst("/[^/]+$", "/" + DATABASE);
    try (Connection superuser = RunningCairn.get().superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(
          "create database "
              + DATABASE
              + " owner cairn_owner template template0 encoding 'UTF8'"
              + " locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    Database own = new Database(url, main.owner(), main.app());
    new Migrations(home("shipped")).migrate(own);
    issuer = new OwnIssuer(PORTS.from(28180)).start();
    database = own;
  }
}
