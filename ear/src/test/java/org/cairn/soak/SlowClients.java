package org.cairn.soak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections that send, or read, one byte at a time and come back when they are hung up on. */
final class SlowClients implements AutoCloseable {

  private static final int KEPT_BUSY_MILLIS = 500;

  /**
   * How they are slow.
   *
   * @param head what each sends at once
   * @param burst so many bytes of the body follow at once
   * @param receiveBuffer bytes; 0 for the usual
   */
  record Kind(String head, int burst, boolean sends, int receiveBuffer) {}

  private final InetSocketAddress server;
  private final Kind kind;
  private final List<Socket> sockets = new ArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger hungUp = new AtomicInteger();
  private final ScheduledFuture<?> dripping;

  SlowClients(String baseUrl, Kind kind, int count) {
    URI uri = URI.create(baseUrl);
    this.server = new InetSocketAddress(uri.getHost(), uri.getPort());
    this.kind = kind;
    for (int i = 0; i < count; i++) {
      sockets.add(open());
    }
    dripping = clock.scheduleAtFixedRate(this::drip, 0, KEPT_BUSY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** How often the server would not wait any longer. */
  int hungUp() {
    return hungUp.get();
  }

  @Override
  public void close() throws IOException {
    dripping.cancel(true);
    clock.shutdownNow();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void drip() {
    for (int i = 0; i < sockets.size(); i++) {
      try {
        if (kind.sends()) {
          sockets.get(i).getOutputStream().write('1');
        } else if (sockets.get(i).getInputStream().available() > 0) {
          sockets.get(i).getInputStream().read();
        }
      } catch (IOException gone) {
        hungUp.incrementAndGet();
        sockets.set(i, open());
      }
    }
  }

  private Socket open() {
    try {
      Socket socket = new Socket();
      if (kind.receiveBuffer() > 0) {
        socket.setReceiveBufferSize(kind.receiveBuffer());
      }
      socket.connect(server, 10_000);
      socket.getOutputStream().write(kind.head().getBytes(ISO_8859_1));
      socket.getOutputStream().write(" ".repeat(kind.burst()).getBytes(ISO_8859_1));
      return socket;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
