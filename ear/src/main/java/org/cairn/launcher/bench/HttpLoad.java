package org.cairn.launcher.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends batches over plain sockets, so that the sender costs the machine as little as pgbench does.
 */
final class HttpLoad {

  private final URI base;
  private final String token;
  private final int connections;
  private final EventBatch batch;

  HttpLoad(String baseUrl, String token, int connections, EventBatch batch) {
    this.base = URI.create(baseUrl);
    this.token = token;
    this.connections = connections;
    this.batch = batch;
  }

  /** Requests a second, on all connections, each sending its next request on an answer. */
  double run(int seconds) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      long begin = System.nanoTime();
      long end = begin + seconds * 1_000_000_000L;
      List<Callable<Long>> senders = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        senders.add(() -> sendUntil(end));
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

  /** Sends one request whose event ids begin with the prefix. */
  void sendOnce(String prefix, String learner) throws IOException {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      send(socket, new BufferedInputStream(socket.getInputStream()), prefix, learner);
    }
  }

  private long sendUntil(long end) throws IOException {
    long requests = 0;
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setTcpNoDelay(true);
      InputStream answers = new BufferedInputStream(socket.getInputStream());
      while (System.nanoTime() < end) {
        long run = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
        send(socket, answers, Long.toString(run), batch.anyLearner());
        requests++;
      }
    }
    return requests;
  }

  private void send(Socket socket, InputStream answers, String prefix, String learner)
      throws IOException {
    byte[] body = batch.body(prefix, learner).getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /api/v1/learning/events:batch HTTP/1.1\r\nHost: "
            + base.getAuthority()
            + "\r\nAuthorization: Bearer "
            + token
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    byte[] headBytes = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] request = new byte[headBytes.length + body.length];
    System.arraycopy(headBytes, 0, request, 0, headBytes.length);
    System.arraycopy(body, 0, request, headBytes.length, body.length);
    socket.getOutputStream().write(request);
    String answer = HttpAnswer.read(answers);
    if (answer.contains("refused") || !answer.contains("stored")) {
      throw new IOException("not stored: " + answer);
    }
  }
}
