package org.cairn.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/** Lets one Cairn run per home; the system releases it even when the process is killed. */
public final class RunLock implements AutoCloseable {

  private final FileChannel channel;
  private final PrivateFile pid;

  private RunLock(FileChannel channel, PrivateFile pid) {
    this.channel = channel;
    this.pid = pid;
  }

  public static RunLock take(Home home) {
    try {
      FileChannel channel =
          FileChannel.open(home.in("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new LaunchFailure("Cairn runs already; `./cairn stop` stops it");
      }
      PrivateFile pid = home.privateFile("pid");
      pid.write(ProcessHandle.current().pid() + "\n");
      return new RunLock(channel, pid);
    } catch (IOException denied) {
      throw new UncheckedIOException(denied);
    }
  }

  @Override
  public void close() {
    pid.delete();
    try {
      channel.close();
    } catch (IOException harmless) {
      System.err.println("cairn: " + harmless.getMessage());
    }
  }
}
