package org.cairn.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/** Hands out ports of this machine: the usual one if nobody listens there, else the next. */
public final class Ports {

  private static final int TRIES = 200;

  private final Set<Integer> given = new HashSet<>();

  /** The first free port from the wished one upwards, never the same twice. */
  public int from(int wish) {
    for (int port = wish; port < wish + TRIES; port++) {
      if (!given.contains(port) && isFree(port)) {
        given.add(port);
        return port;
      }
    }
    throw new LaunchFailure("no free port from " + wish + " to " + (wish + TRIES));
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
