package org.cairn.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A real Keycloak with the sample's realm, on this machine's loopback address only. */
public final class Keycloak implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ChildProcess process;
  private final String address;

  private Keycloak(ChildProcess process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it and returns at once; {@link #await} tells when the realm can be used. */
  public static Keycloak start(Home home, int port, SampleRealm realm, Progress progress) {
    KeycloakFolder folder = new KeycloakFolder(home);
    Path script = folder.script(progress);
    folder.lay(realm);
    String address = "http://localhost:" + port;
    ProcessBuilder command =
        new ProcessBuilder(
            script.toString(),
            "start-dev",
            "--import-realm",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--hostname=" + address);
    command
        .environment()
        .putAll(
            Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", new Secrets(home).of("keycloak.admin"),
                "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m"));
    return new Keycloak(ChildProcess.start("Keycloak", command, home.log("keycloak")), address);
  }

  /** Where its own console is. */
  public String address() {
    return address;
  }

  /** Waits until the realm answers. */
  public Issuer await(Http http) throws InterruptedException {
    String issuer = address + "/realms/cairn";
    process.await(() -> http.answers(Issuer.discoveryUrl(issuer)), PATIENCE);
    return Issuer.discover(issuer, http);
  }

  public String issuerAddress() {
    return address + "/realms/cairn";
  }

  public long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.close();
  }
}
