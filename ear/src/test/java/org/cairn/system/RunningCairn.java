package org.cairn.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.launcher.Database;
import org.cairn.launcher.Home;
import org.cairn.launcher.Http;
import org.cairn.launcher.Issuer;
import org.cairn.launcher.Keycloak;
import org.cairn.launcher.Progress;
import org.cairn.launcher.SampleLoader;
import org.cairn.launcher.SampleMarks;
import org.cairn.launcher.SampleRealm;
import org.cairn.launcher.SampleUser;
import org.cairn.launcher.SystemClient;

/** The one Cairn that all system tests talk to, with the sample's people to talk as. */
public final class RunningCairn {

  private static RunningCairn instance;

  private final Home home;
  private final String baseUrl;
  private final String managementUrl;
  private final Database database;
  private final CutProxy wire;
  private final Keycloak keycloak;
  private final SampleRealm realm;
  private final Http http = new Http();
  private final Map<Object, Token> tokens = new ConcurrentHashMap<>();
  private Issuer issuer;
  private List<SampleUser> users;

  RunningCairn(
      Home home,
      int port,
      int management,
      Database database,
      CutProxy wire,
      Keycloak keycloak,
      SampleRealm realm) {
    this.home = home;
    this.baseUrl = "http://localhost:" + port;
    this.managementUrl = "http://localhost:" + management;
    this.database = database;
    this.wire = wire;
    this.keycloak = keycloak;
    this.realm = realm;
  }

  /** The same people, at another server and another database. */
  public RunningCairn at(
      Home other, int port, int management, Database ofOther, CutProxy wireOfOther) {
    return new RunningCairn(other, port, management, ofOther, wireOfOther, keycloak, realm);
  }

  static void prepare(RunningCairn prepared) {
    instance = prepared;
  }

  /** The instance that {@link TestServers} has prepared. */
  public static RunningCairn get() {
    if (instance == null) {
      throw new IllegalStateException("System tests run by failsafe: mvn verify -Dit.test=…");
    }
    return instance;
  }

  public Home home() {
    return home;
  }

  public String baseUrl() {
    return baseUrl;
  }

  public String managementUrl() {
    return managementUrl;
  }

  public Database database() {
    return database;
  }

  /** All that the server has logged so far. */
  public String log() {
    try {
      return Files.readString(home.in("server").resolve("log/server.log"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What Prometheus would read now. */
  public Metrics metrics() {
    return Metrics.parse(new Client(managementUrl, null).get("/prometheus").text());
  }

  /** The sample's people, with all that the log must not tell of them. */
  public List<SampleUser> people() {
    return load();
  }

  /** Between the server and its database. */
  public CutProxy wire() {
    return wire;
  }

  /** Whoever may look at everything: for what only the database can tell. */
  public Connection superuser() throws SQLException {
    return DriverManager.getConnection(database.url(), "postgres", "");
  }

  /** A client without a token. */
  public Client asNobody() {
    return new Client(baseUrl, null);
  }

  /** A client with whatever token a test has made up. */
  public Client withToken(String token) {
    return new Client(baseUrl, token);
  }

  /** A client that is logged in as that person; the sample is loaded. */
  public Client as(Person person) {
    return new Client(baseUrl, tokenOf(person));
  }

  /** The same person at another server of the same installation. */
  public Client at(String otherBaseUrl, Person person) {
    return new Client(otherBaseUrl, tokenOf(person));
  }

  /** A client that is logged in as that district's own program; the sample is loaded. */
  public Client asSystemOf(String tenant) {
    load();
    SystemClient client =
        realm.systemClients().stream()
            .filter(candidate -> candidate.tenant().equals(tenant))
            .findFirst()
            .orElseThrow();
    return new Client(baseUrl, fresh(tenant, () -> issuer().tokenOf(client, http)));
  }

  /** That person's access token, kept for some minutes. */
  public String tokenOf(Person person) {
    SampleUser user = user(person);
    return fresh(person, () -> issuer().tokenOf(user, SampleRealm.CLIENT_ID, http));
  }

  /** That person's access token, got without asking the server anything. */
  public String issuedTo(Person person) {
    SampleUser user =
        realm.users().stream()
            .filter(candidate -> candidate.username().equals(person.username()))
            .findFirst()
            .orElseThrow();
    return uninterrupted(() -> issuer().tokenOf(user, SampleRealm.CLIENT_ID, http));
  }

  /** The id by which the API knows that learner. */
  public String learnerId(Person learner) {
    return user(learner).learnerId();
  }

  public synchronized Issuer issuer() {
    if (issuer == null) {
      issuer = uninterrupted(() -> keycloak.await(http));
    }
    return issuer;
  }

  /** How that person logs in. */
  public SampleUser user(Person person) {
    return load().stream()
        .filter(user -> user.username().equals(person.username()))
        .findFirst()
        .orElseThrow();
  }

  /** Loads the sample, unless it is loaded, and answers its people. */
  public synchronized List<SampleUser> load() {
    if (users == null) {
      SampleLoader loader =
          new SampleLoader(
              home, realm, issuer(), new SampleLoader.Api(baseUrl, http), new Progress());
      users = uninterrupted(() -> loader.load(new SampleMarks(home, "test")));
    }
    return users;
  }

  private String fresh(Object owner, Interruptible<String> supplier) {
    return tokens
        .compute(
            owner,
            (key, old) ->
                old != null && old.isFresh()
                    ? old
                    : new Token(uninterrupted(supplier), System.nanoTime()))
        .text();
  }

  private static <T> T uninterrupted(Interruptible<T> supplier) {
    try {
      return supplier.get();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }

  @FunctionalInterface
  private interface Interruptible<T> {
    T get() throws InterruptedException;
  }

  private record Token(String text, long since) {

    private static final long FRESH_NANOS = 300_000_000_000L;

    boolean isFresh() {
      return System.nanoTime() - since < FRESH_NANOS;
    }
  }
}
