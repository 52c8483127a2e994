package org.cairn.shared;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.caller.Tenants;
import org.flywaydb.core.Flyway;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The real database of the store tests: PostgreSQL with the migrations, seen through the shipped
 * persistence unit by the application's own role, so that row-level security holds as in service.
 *
 * <p>Started once in a JVM. Tests keep apart by using {@link #newTenant() tenants of their own}.
 * The server does no maintenance by itself: its transactions would hold back what waits for older
 * ones.
 */
public final class TestDatabase {

  private static final SqlText REGISTER =
      SqlText.of("insert into tenant (id, name, registered_at) values (:id, 'A district', :now)");

  /** A cold disk beside a busy build is slow. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final TestDatabase INSTANCE = new TestDatabase();

  private final EmbeddedPostgres server;
  private final EntityManagerFactory entities;

  private TestDatabase() {
    try {
      server =
          EmbeddedPostgres.builder()
              .setPGStartupWait(PATIENCE)
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("autovacuum", "off")
              .start();
      createDatabase();
      migrate();
      entities = persistenceUnit();
      assertRole();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Works for the tenant, as a job does, in one transaction that commits unless it throws. */
  public static <T> T inTenant(String tenant, Function<TenantSql, T> work) {
    return as(Caller.job(tenant, "test"), work);
  }

  /** Works for the caller in one transaction that commits unless it throws. */
  public static <T> T as(Caller caller, Function<TenantSql, T> work) {
    try (Callers.Binding bound = Callers.bind(caller);
        EntityManager manager = INSTANCE.entities.createEntityManager()) {
      manager.getTransaction().begin();
      try {
        T result = work.apply(new TenantSql(manager));
        manager.getTransaction().commit();
        return result;
      } finally {
        if (manager.getTransaction().isActive()) {
          manager.getTransaction().rollback();
        }
      }
    }
  }

  /** Registers a tenant that no other test uses. */
  public static String newTenant() {
    String id = "test-" + Ids.next();
    as(
        new Caller(Tenants.SHARED, "test", Set.of(), null, null),
        sql -> sql.with(REGISTER).set("id", id).set("now", Instant.EPOCH).update());
    return id;
  }

  /**
   * A raw connection of the application's role, with autocommit off and no tenant set. Roll back or
   * commit before closing it where what follows counts on its locks being gone: the server notices
   * a closed connection only after a while.
   */
  public static Connection rawConnection() throws SQLException {
    return INSTANCE.source("cairn_app").getConnection();
  }

  /** A raw connection of one who may change whatever the database holds, with autocommit on. */
  public static Connection superuser() throws SQLException {
    PGSimpleDataSource source =
        (PGSimpleDataSource) INSTANCE.server.getDatabase("postgres", "cairn");
    source.setCurrentSchema("cairn");
    return source.getConnection();
  }

  private void createDatabase() throws IOException, SQLException {
    try (Connection admin = server.getPostgresDatabase().getConnection();
        Statement statement = admin.createStatement()) {
      statement.execute(Files.readString(config().resolve("db/roles.sql")));
      statement.execute(
          "create database cairn owner cairn_owner template template0 encoding 'UTF8'"
              + " locale_provider builtin builtin_locale 'C.UTF-8'");
    }
  }

  private void migrate() {
    PGSimpleDataSource owner = server("cairn_owner");
    Flyway.configure()
        .dataSource(owner)
        .schemas("cairn")
        .locations("filesystem:" + config().resolve("db/migration"))
        .load()
        .migrate();
  }

  /** The deployer's folder; beside the module where a test is started by hand. */
  private static Path config() {
    return Path.of(System.getProperty("cairn.config", "../config"));
  }

  private EntityManagerFactory persistenceUnit() {
    DataSource app = source("cairn_app");
    EntityManagerFactory factory =
        new HibernatePersistenceProvider()
            .createEntityManagerFactory(
                "cairn",
                Map.of(
                    "jakarta.persistence.transactionType",
                    "RESOURCE_LOCAL",
                    "jakarta.persistence.jtaDataSource",
                    app,
                    "jakarta.persistence.nonJtaDataSource",
                    app,
                    "hibernate.connection.provider_disables_autocommit",
                    "true"));
    if (factory == null) {
      throw new IllegalStateException("The persistence unit cairn was not found");
    }
    return factory;
  }

  /** The tests prove nothing unless they run as the application does. */
  private void assertRole() throws SQLException {
    try (Connection app = source("cairn_app").getConnection();
        Statement statement = app.createStatement();
        var row =
            statement.executeQuery(
                """
                select current_user = 'cairn_app' and not rolsuper and not rolbypassrls
                  and not pg_has_role('cairn_app', 'cairn_owner', 'member')
                from pg_roles where rolname = current_user
                """)) {
      if (!row.next() || !row.getBoolean(1)) {
        throw new IllegalStateException("The store tests do not run as the application's role");
      }
    }
  }

  private PGSimpleDataSource server(String role) {
    PGSimpleDataSource source = (PGSimpleDataSource) server.getDatabase(role, "cairn");
    source.setCurrentSchema("cairn");
    return source;
  }

  /** Connections as a transaction of the container gives them: autocommit is off. */
  private DataSource source(String role) {
    PGSimpleDataSource source = server(role);
    return (DataSource)
        Proxy.newProxyInstance(
            TestDatabase.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              Object result = method.invoke(source, arguments);
              if (result instanceof Connection connection) {
                connection.setAutoCommit(false);
              }
              return result;
            });
  }
}
