package org.cairn.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

/**
 * The servers that were started, ended in reverse order. A stop that arrives while one is starting
 * waits for it, so that none slips through.
 */
public final class Servers implements AutoCloseable {

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private volatile boolean closing;

  public synchronized <T extends AutoCloseable> T start(Callable<T> starter) throws Exception {
    if (closing) {
      throw new LaunchFailure("stopped");
    }
    T server = starter.call();
    started.push(server);
    return server;
  }

  boolean isClosing() {
    return closing;
  }

  @Override
  public void close() {
    closing = true;
    synchronized (this) {
      while (!started.isEmpty()) {
        closeQuietly(started.pop());
      }
    }
  }

  private static void closeQuietly(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception failure) {
      System.err.println("cairn: while stopping: " + failure.getMessage());
    }
  }
}
