package org.cairn.launcher;

import java.util.Map;
import java.util.Optional;

/**
 * What the environment asks of {@code ./cairn}; {@code config/README.md} lists every variable.
 *
 * @param database the caller's own PostgreSQL, if it is to be used
 * @param issuer the caller's own OpenID Connect issuer, if it is to be used
 */
public record Settings(
    Optional<Database> database,
    Optional<String> issuer,
    int httpPort,
    int managementPort,
    int keycloakPort,
    int databasePort,
    String serverOptions) {

  private static final String SERVER_OPTIONS =
      "-Xms512m -Xmx1g -XX:MaxMetaspaceSize=512m -Djava.net.preferIPv4Stack=true"
          + " -Djava.awt.headless=true";

  static Settings of(Map<String, String> environment) {
    return new Settings(
        database(environment),
        Optional.ofNullable(environment.get("OIDC_ISSUER")).map(Settings::issuer),
        port(environment, "CAIRN_HTTP_PORT", 8080),
        port(environment, "CAIRN_MANAGEMENT_PORT", 9990),
        port(environment, "CAIRN_KEYCLOAK_PORT", 8081),
        port(environment, "CAIRN_DB_PORT", 15432),
        environment.getOrDefault("CAIRN_SERVER_OPTS", SERVER_OPTIONS));
  }

  private static Optional<Database> database(Map<String, String> environment) {
    String url = environment.get("DB_URL");
    if (url == null) {
      return Optional.empty();
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new LaunchFailure("DB_URL must begin with jdbc:postgresql: but is " + url);
    }
    return Optional.of(
        new Database(
            url,
            login(environment, "DB_OWNER", "cairn_owner"),
            login(environment, "DB_APP", "cairn_app")));
  }

  private static Database.Login login(Map<String, String> environment, String name, String user) {
    String password = environment.get(name + "_PASSWORD");
    if (password == null) {
      throw new LaunchFailure("DB_URL is set, so " + name + "_PASSWORD must be set, too");
    }
    return new Database.Login(environment.getOrDefault(name + "_USER", user), password);
  }

  private static String issuer(String value) {
    if (!value.startsWith("http://") && !value.startsWith("https://")) {
      throw new LaunchFailure("OIDC_ISSUER must be an http(s) address but is " + value);
    }
    return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
  }

  private static int port(Map<String, String> environment, String name, int usual) {
    String value = environment.get(name);
    try {
      int port = value == null ? usual : Integer.parseInt(value);
      if (port > 0 && port < 65_000) {
        return port;
      }
    } catch (NumberFormatException noNumber) {
      // Falls through to the one answer for everything that is no port.
    }
    throw new LaunchFailure(name + " must be a port from 1 to 64999 but is " + value);
  }
}
