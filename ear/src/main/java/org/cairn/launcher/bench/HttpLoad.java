package org.cairn.launcher.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Sends requests over plain sockets, so that the sender costs the machine as little as pgbench
 * does.
 */
final class HttpLoad {

  private final URI base;
  private final int connections;
  private final IntFunction<HttpMessage> next;

  /**
   * A load on some connections.
   *
   * @param next makes a connection's next request, by the connection's number from 0
   */
  HttpLoad(String baseUrl, int connections, IntFunction<HttpMessage> next) {
    this.base = URI.create(baseUrl);
    this.connections = connections;
    this.next = next;
  }

  /** Requests a second, on all connections, each sending its next request on an answer. */
  double run(int seconds) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      long begin = System.nanoTime();
      long end = begin + seconds * 1_000_000_000L;
      List<Callable<Long>> senders = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        int connection = i;
        senders.add(() -> sendUntil(end, connection));
      }
      long requests = 0;
      for (Future<Long> sent : threads.invokeAll(senders)) {
        requests += sent.get();
      }
      return requests * 1e9 / (System.nanoTime() - begin);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Sends one request. */
  void sendOnce(HttpMessage message) throws IOException {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      send(socket, new BufferedInputStream(socket.getInputStream()), message);
    }
  }

  private long sendUntil(long end, int connection) throws IOException {
    long requests = 0;
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setTcpNoDelay(true);
      InputStream answers = new BufferedInputStream(socket.getInputStream());
      while (System.nanoTime() < end) {
        send(socket, answers, next.apply(connection));
        requests++;
      }
    }
    return requests;
  }

  private void send(Socket socket, InputStream answers, HttpMessage message) throws IOException {
    socket.getOutputStream().write(message.bytes(base.getAuthority()));
    String answer = HttpAnswer.read(answers);
    if (!answer.contains(message.expected())) {
      throw new IOException("not as expected: " + answer);
    }
  }
}
