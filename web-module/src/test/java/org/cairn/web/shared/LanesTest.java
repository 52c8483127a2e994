package org.cairn.web.shared;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lanes before a server with two threads: whoever keeps those is seen at once. */
class LanesTest {

  private static final int THREADS = 2;
  private static final String POST = "POST /api/v1/x HTTP/1.1\r\nHost: x\r\n";
  private static final Lanes.Sizes SMALL = new Lanes.Sizes(1, 1, 2, 1, Duration.ofSeconds(2));

  private final List<Socket> sockets = new ArrayList<>();
  private final CountDownLatch release = new CountDownLatch(1);
  private Undertow server;

  @BeforeEach
  void start() {
    server =
        Undertow.builder()
            .addHttpListener(0, "localhost")
            .setIoThreads(1)
            .setWorkerThreads(THREADS)
            .setHandler(
                new HttpContinueReadHandler(new Lanes(new BlockingHandler(this::answer), SMALL)))
            .build();
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    release.countDown();
    for (Socket socket : sockets) {
      socket.close();
    }
    server.stop();
  }

  @Test
  void slowBodiesCostNobodyElse() throws IOException {
    for (int i = 0; i < 5 * THREADS; i++) {
      open(POST + "Content-Length: 100\r\n\r\n12345");
    }
    assertEquals("200", status(open("GET /api/v1/x HTTP/1.1\r\nHost: x\r\n\r\n")));
  }

  @Test
  void norDoThoseThatWaitToBeToldToGoOn() throws IOException {
    for (int i = 0; i < 5 * THREADS; i++) {
      Socket slow = open(POST + "Expect: 100-continue\r\nContent-Length: 100\r\n\r\n");
      assertEquals("100", status(slow));
    }
    assertEquals("200", status(open("GET /api/v1/x HTTP/1.1\r\nHost: x\r\n\r\n")));
  }

  @Test
  void slowStreamsCostOneThreadTogether() throws IOException {
    byte[] begun = new byte[Limits.BUFFERED];
    for (int i = 0; i < 2; i++) {
      Socket slow = open(POST + "Content-Length: 1999999\r\n\r\n");
      slow.getOutputStream().write(begun);
    }
    assertEquals("200", status(open("GET /api/v1/x HTTP/1.1\r\nHost: x\r\n\r\n")));
  }

  @Test
  void aBodyThatNeverComesIsHungUpOn() throws IOException {
    Socket slow = open(POST + "Content-Length: 100\r\n\r\n12345");
    assertEquals("", status(slow));
  }

  @Test
  void aStreamThatStopsIsHungUpOn() throws IOException {
    Socket slow = open(POST + "Content-Length: 1999999\r\n\r\n");
    slow.getOutputStream().write(new byte[Limits.BUFFERED + 1]);
    assertEquals("", status(slow));
  }

  @Test
  void aReaderThatStopsIsHungUpOn() throws Exception {
    Socket slow = new Socket();
    slow.setReceiveBufferSize(1024);
    sockets.add(slow);
    connect(slow);
    send(slow, "GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    assertTrue(release.await(15, TimeUnit.SECONDS), "the thread still writes");
  }

  @Test
  void aBodyIsReadToItsEndHoweverItComes() throws IOException {
    Socket whole = open(POST + "Content-Length: 5\r\n\r\n12345");
    assertEquals("5", bodyOf(whole));
    Socket chunked = open(POST + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
    assertEquals("3", bodyOf(chunked));
    Socket large = open(POST + "Content-Length: 1000000\r\n\r\n");
    large.getOutputStream().write(new byte[1_000_000]);
    assertEquals("1000000", bodyOf(large));
  }

  @Test
  void anUnknownTransferEncodingIsHungUpOn() throws IOException {
    for (String encoding : List.of("xchunked", "gzip, chunked", "identity")) {
      String header = "Transfer-Encoding: " + encoding + "\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
      assertEquals("", status(open(POST + header)), encoding);
    }
  }

  @Test
  void aFullLineIsAnsweredAtOnceWithAProblem() throws IOException {
    for (int i = 0; i < 3; i++) {
      open("GET /api/v1/wait HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    Socket refused = open("GET /api/v1/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    String answer = new String(refused.getInputStream().readAllBytes(), US_ASCII);
    assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
    assertTrue(answer.contains("Retry-After: 5\r\n"), answer);
    assertTrue(answer.contains("Content-Type: application/problem+json\r\n"), answer);
    assertTrue(answer.contains("TRY_AGAIN_LATER"), answer);
  }

  /** What the application would do on one of the server's threads. */
  private void answer(HttpServerExchange exchange) throws Exception {
    String path = exchange.getRelativePath();
    if (path.endsWith("/wait")) {
      release.await();
    } else if (path.equals("/large")) {
      try {
        exchange.getOutputStream().write(new byte[64 << 20]);
      } catch (IOException hungUp) {
        release.countDown();
        throw hungUp;
      }
    } else {
      byte[] body = exchange.getInputStream().readAllBytes();
      exchange.getResponseSender().send(String.valueOf(body.length));
    }
  }

  private Socket open(String request) throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    connect(socket);
    send(socket, request);
    return socket;
  }

  private void connect(Socket socket) throws IOException {
    int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    socket.connect(new InetSocketAddress(InetAddress.getByName("localhost"), port));
    socket.setSoTimeout(15_000);
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(US_ASCII));
    out.flush();
  }

  /** The status of the next answer; empty where the server has hung up instead. */
  private static String status(Socket socket) throws IOException {
    String line = line(socket.getInputStream());
    return line.isEmpty() ? "" : line.split(" ", 3)[1];
  }

  private static String bodyOf(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring(16));
      }
    }
    return new String(in.readNBytes(length), US_ASCII);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    try {
      for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
        line.append((char) c);
      }
    } catch (java.net.SocketException reset) {
      return "";
    }
    return line.toString().strip();
  }
}
