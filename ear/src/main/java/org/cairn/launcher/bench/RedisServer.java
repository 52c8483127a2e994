package org.cairn.launcher.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cairn.launcher.Home;
import org.cairn.launcher.LaunchFailure;

/** A Redis of the benchmark's own, which keeps nothing. */
final class RedisServer implements AutoCloseable {

  private static final int TRIES = 100;

  private final Process process;
  private final int port;

  private RedisServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static RedisServer start(Home home) throws IOException, InterruptedException {
    int port = freePort();
    List<String> command =
        List.of("redis-server", "--port", "" + port, "--bind", "127.0.0.1", "--save", "");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(home.log("redis").toFile())
              .start();
    } catch (IOException missing) {
      throw new LaunchFailure("redis-server is needed (Debian: apt-get install redis-server)");
    }
    RedisServer server = new RedisServer(process, port);
    server.await();
    return server;
  }

  RespClient connect() throws IOException {
    return new RespClient(port);
  }

  private void await() throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      try (RespClient client = connect()) {
        client.call("PING");
        return;
      } catch (IOException notYet) {
        Thread.sleep(100);
      }
    }
    close();
    throw new LaunchFailure("redis-server did not start");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }
}
