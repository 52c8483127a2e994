package org.cairn.caller;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;
import org.hibernate.service.spi.ServiceRegistryAwareService;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Gives Hibernate its connections, each with the tenant set for the present transaction, where
 * PostgreSQL's row-level security reads it.
 *
 * <p>The setting is transaction-local, so a pooled connection carries no tenant to its next user.
 * The connection is kept to the end of the transaction for the same reason.
 */
public class TenantConnections
    implements MultiTenantConnectionProvider<String>, ServiceRegistryAwareService {

  private static final long serialVersionUID = 1L;
  private static final String SET_TENANT = "select set_config('cairn.tenant', ?, true)";

  private transient @Nullable DataSource dataSource;

  @Override
  public void injectServices(ServiceRegistryImplementor registry) {
    Map<String, Object> settings =
        registry.requireService(ConfigurationService.class).getSettings();
    Object configured = settings.get(AvailableSettings.JAKARTA_JTA_DATASOURCE);
    if (configured == null) {
      configured = settings.get(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE);
    }
    if (!(configured instanceof DataSource source)) {
      throw new IllegalStateException("The persistence unit has no data source");
    }
    dataSource = source;
  }

  @Override
  public Connection getAnyConnection() throws SQLException {
    if (dataSource == null) {
      throw new IllegalStateException("The connection provider has not been started");
    }
    return dataSource.getConnection();
  }

  @Override
  public void releaseAnyConnection(Connection connection) throws SQLException {
    connection.close();
  }

  @Override
  public Connection getConnection(String tenant) throws SQLException {
    if (tenant.equals(CallerTenant.NOBODY)) {
      throw new IllegalStateException("A store was called without a tenant");
    }
    Connection connection = getAnyConnection();
    try {
      setTenant(connection, tenant);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static void setTenant(Connection connection, String tenant) throws SQLException {
    if (connection.getAutoCommit()) {
      throw new IllegalStateException("A store was called without a transaction");
    }
    try (PreparedStatement statement = connection.prepareStatement(SET_TENANT)) {
      statement.setString(1, tenant);
      statement.execute();
    }
  }

  @Override
  public void releaseConnection(String tenant, Connection connection) throws SQLException {
    connection.close();
  }

  @Override
  public boolean supportsAggressiveRelease() {
    return false;
  }

  @Override
  public boolean isUnwrappableAs(Class<?> unwrapType) {
    return unwrapType.isInstance(this);
  }

  @Override
  public <T> T unwrap(Class<T> unwrapType) {
    return unwrapType.cast(this);
  }
}
