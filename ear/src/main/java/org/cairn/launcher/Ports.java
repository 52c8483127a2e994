package org.cairn.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Hands out ports of this machine: the usual one if nobody listens there, else the next. A port
 * stays reserved until this process ends: seconds pass before its server listens, in which another
 * launcher must not take it.
 */
public final class Ports {

  private static final int TRIES = 200;

  /** Held for as long as the process lives: a channel that is collected gives its lock back. */
  private static final List<FileChannel> RESERVED = new CopyOnWriteArrayList<>();

  private final Path reservations =
      Path.of(
          System.getProperty("java.io.tmpdir"), "cairn-ports-" + System.getProperty("user.name"));

  /** The first free port from the wished one upwards, never the same twice. */
  public int from(int wish) {
    for (int port = wish; port < wish + TRIES; port++) {
      if (isFree(port) && reserve(port)) {
        return port;
      }
    }
    throw new LaunchFailure("no free port from " + wish + " to " + (wish + TRIES));
  }

  private boolean reserve(int port) {
    try {
      Files.createDirectories(reservations);
      FileChannel channel =
          FileChannel.open(
              reservations.resolve(String.valueOf(port)),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        RESERVED.add(channel);
        return true;
      }
      channel.close();
      return false;
    } catch (OverlappingFileLockException ours) {
      return false;
    } catch (IOException denied) {
      throw new LaunchFailure("cannot reserve a port: " + denied.getMessage());
    }
  }

  private static boolean isFree(int port) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (Socket somebody = new Socket()) {
      somebody.connect(address, 200);
      return false;
    } catch (IOException nobodyListens) {
      return canBind(address);
    }
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
