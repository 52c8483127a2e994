package org.cairn.archive;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Forces files to the disk, several side by side: these share the commits of its journal, which a
 * forced write is made of. Its threads work for nobody: no caller and no transaction goes with
 * them, and idle ones end.
 */
final class Disk {

  private static final int SIDE_BY_SIDE = 16;
  private static final ThreadPoolExecutor THREADS =
      new ThreadPoolExecutor(
          SIDE_BY_SIDE,
          SIDE_BY_SIDE,
          1,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Disk::daemon);

  static {
    THREADS.allowCoreThreadTimeOut(true);
  }

  private static final boolean SYNCS_FOLDERS =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private Disk() {}

  /** What is done to a file or a folder. */
  @FunctionalInterface
  interface Deed<T> {
    void to(T thing) throws IOException;
  }

  /** Does it to each, and returns when all of it is done. */
  static <T> void each(Collection<T> things, Deed<T> deed) throws IOException {
    if (things.size() == 1) {
      deed.to(things.iterator().next());
      return;
    }
    List<Callable<Boolean>> deeds =
        things.stream().map(thing -> (Callable<Boolean>) () -> done(deed, thing)).toList();
    try {
      for (Future<Boolean> each : THREADS.invokeAll(deeds)) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while the disk worked");
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  /** Has the disk know the names of what is in a folder. */
  static void forceFolder(Path folder) throws IOException {
    if (SYNCS_FOLDERS) {
      try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
        opened.force(true);
      }
    }
  }

  private static <T> boolean done(Deed<T> deed, T thing) throws IOException {
    deed.to(thing);
    return true;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "cairn-disk");
    thread.setDaemon(true);
    return thread;
  }
}
