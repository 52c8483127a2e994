package org.cairn.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire that can be cut: passes bytes between whoever connects and one port of this machine. */
public final class CutProxy implements AutoCloseable {

  private static final int PIECE = 8192;
  private static final int SILENCE_MILLIS = 300;

  private final int target;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "proxy");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicInteger repliesToCut = new AtomicInteger();
  private volatile ServerSocket entrance;
  private volatile boolean silent;
  private volatile String lastCut = "";

  private CutProxy(int target) throws IOException {
    this.target = target;
    this.entrance = new ServerSocket();
    entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    this.port = entrance.getLocalPort();
    threads.execute(() -> welcome(entrance));
  }

  /** A whole wire to that port. */
  public static CutProxy to(int target) {
    try {
      return new CutProxy(target);
    } catch (IOException denied) {
      throw new UncheckedIOException(denied);
    }
  }

  public int port() {
    return port;
  }

  /** How many connections go through it now. */
  public int connections() {
    return open.size() / 2;
  }

  /** Ends all present connections; new ones are welcome. */
  public void cut() {
    open.forEach(CutProxy::end);
  }

  /** The next so many replies end the connection in place of arriving. */
  public void cutReplies(int count) {
    repliesToCut.set(count);
  }

  /** What the last reply that was cut would have said. */
  public String lastCut() {
    return lastCut;
  }

  /** Ends all connections and refuses new ones, as a machine whose server is down. */
  public void refuse() {
    try {
      entrance.close();
    } catch (IOException harmless) {
      throw new UncheckedIOException(harmless);
    }
    cut();
  }

  /** Passes nothing on and tells nobody, as a network that loses every packet. */
  public void silence() {
    silent = true;
  }

  /** Whole again after {@link #refuse} or {@link #silence}. */
  public void mend() {
    if (silent) {
      cut();
      silent = false;
    }
    if (entrance.isClosed()) {
      try {
        ServerSocket again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        entrance = again;
        threads.execute(() -> welcome(again));
      } catch (IOException taken) {
        throw new UncheckedIOException(taken);
      }
    }
  }

  @Override
  public void close() {
    refuse();
    threads.shutdownNow();
  }

  private void welcome(ServerSocket here) {
    while (!here.isClosed()) {
      try {
        connect(here.accept());
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket near) {
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      open.add(near);
      open.add(far);
      threads.execute(() -> pass(near, far, false));
      threads.execute(() -> pass(far, near, true));
    } catch (IOException nobodyThere) {
      end(near);
    }
  }

  private void pass(Socket from, Socket to, boolean reply) {
    byte[] piece = new byte[PIECE];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        if (reply && repliesToCut.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
          keep(piece, read, in, from);
          break;
        }
        if (!silent) {
          out.write(piece, 0, read);
        }
      }
    } catch (IOException cut) {
      // That is what a cut wire looks like from here.
    } finally {
      end(from);
      end(to);
      open.remove(from);
      open.remove(to);
    }
  }

  /** Keeps what the reply would have said, so that a test can compare it with the repeated one. */
  private void keep(byte[] piece, int read, InputStream in, Socket from) throws IOException {
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    reply.write(piece, 0, read);
    from.setSoTimeout(SILENCE_MILLIS);
    try {
      in.transferTo(reply);
    } catch (SocketTimeoutException complete) {
      reply.flush();
    }
    lastCut = reply.toString(StandardCharsets.UTF_8);
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException harmless) {
      throw new UncheckedIOException(harmless);
    }
  }
}
