package org.cairn.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Microsoft's emulator of Azure Storage, as its npm package, in the versions and with the hashes of
 * {@code src/test/azurite/package-lock.json}: installed below {@code target} once, and started with
 * an empty memory.
 */
final class Azurite implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String MAIN = "node_modules/azurite/dist/src/blob/main.js";

  private final Process process;
  private final int port;

  private Azurite(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Whether this machine has npm, which installs it. */
  static boolean canBeInstalled() {
    return program("npm").isPresent() && program("node").isPresent();
  }

  static Azurite start() throws IOException, InterruptedException {
    Path folder = installed();
    int port = freePort();
    Process process =
        new ProcessBuilder(
                "node",
                MAIN,
                "--inMemoryPersistence",
                "--skipApiVersionCheck",
                "--silent",
                "--blobHost",
                "127.0.0.1",
                "--blobPort",
                String.valueOf(port))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("azurite.log").toFile())
            .start();
    Azurite azurite = new Azurite(process, port);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    azurite.await();
    return azurite;
  }

  /** For the account and the key that the emulator's manual publishes. */
  String connection() {
    return "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey="
        + "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
        + ";BlobEndpoint=http://127.0.0.1:"
        + port
        + "/devstoreaccount1;";
  }

  @Override
  public void close() {
    process.destroy();
  }

  private void await() throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new IllegalStateException("Azurite does not start; see target/azurite/azurite.log");
      }
      Thread.sleep(100);
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static Path installed() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of("target/azurite").toAbsolutePath());
    if (Files.exists(folder.resolve(MAIN))) {
      return folder;
    }
    for (String file : List.of("package.json", "package-lock.json")) {
      Files.copy(
          Path.of("src/test/azurite", file),
          folder.resolve(file),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Process npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("npm.log").toFile())
            .start();
    if (!npm.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || npm.exitValue() != 0) {
      npm.destroyForcibly();
      throw new IllegalStateException("npm cannot install Azurite; see target/azurite/npm.log");
    }
    return folder;
  }

  private static Optional<Path> program(String name) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
