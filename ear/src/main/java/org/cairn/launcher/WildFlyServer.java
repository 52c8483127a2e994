package org.cairn.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The provisioned WildFly with an EAR, in a base directory outside the build's. */
public final class WildFlyServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ChildProcess process;
  private final Home home;
  private final String baseUrl;
  private final String managementUrl;

  private WildFlyServer(ChildProcess process, Home home, int port, int managementPort) {
    this.process = process;
    this.home = home;
    this.baseUrl = "http://localhost:" + port;
    this.managementUrl = "http://localhost:" + managementPort;
  }

  /**
   * Starts it with the EAR that ships and returns at once; {@link #await} tells when requests are
   * welcome.
   */
  public static WildFlyServer start(
      Home home, int port, int managementPort, ServerSettings settings, String options) {
    return start(home, home.built("cairn.ear"), port, managementPort, settings, options);
  }

  /** Starts it with that EAR. */
  public static WildFlyServer start(
      Home home, Path ear, int port, int managementPort, ServerSettings settings, String options) {
    Path base = layBase(home, ear);
    ProcessBuilder command =
        new ProcessBuilder(
            home.built("wildfly/bin/standalone.sh").toString(),
            "-Djboss.server.base.dir=" + base,
            "-Djboss.bind.address=127.0.0.1",
            "-Djboss.http.port=" + port,
            "-Djboss.management.http.port=" + managementPort);
    command.environment().putAll(settings.environment());
    command.environment().put("JAVA_OPTS", options);
    command.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
    ChildProcess process = ChildProcess.start("WildFly", command, home.log("server"));
    return new WildFlyServer(process, home, port, managementPort);
  }

  public String baseUrl() {
    return baseUrl;
  }

  public String managementUrl() {
    return managementUrl;
  }

  public void await(Http http) throws InterruptedException {
    process.await(
        () -> {
          refuseFailedDeployment();
          // Each early question would leave a warning in the log.
          return Files.exists(base(home).resolve("deployments/cairn.ear.deployed"))
              && http.answers(managementUrl + "/health/ready")
              && http.answers(baseUrl + "/health/ready");
        },
        PATIENCE);
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.close();
  }

  private void refuseFailedDeployment() {
    if (Files.exists(base(home).resolve("deployments/cairn.ear.failed"))) {
      throw new LaunchFailure("WildFly refused the application; see " + home.log("server"));
    }
  }

  private static Path base(Home home) {
    return home.in("server");
  }

  /** The configuration and the EAR are the build's own each time; the server's data stay. */
  private static Path layBase(Home home, Path ear) {
    Path base = base(home);
    Folders.delete(base.resolve("configuration"));
    Folders.delete(base.resolve("deployments"));
    Folders.copy(home.built("wildfly/standalone/configuration"), base.resolve("configuration"));
    try {
      Files.createDirectories(base.resolve("deployments"));
      Files.copy(ear, base.resolve("deployments/cairn.ear"));
    } catch (IOException denied) {
      throw new UncheckedIOException(denied);
    }
    return base;
  }
}
