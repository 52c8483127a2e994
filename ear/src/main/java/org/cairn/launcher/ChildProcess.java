package org.cairn.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A server in a process of its own that writes to a log; closing it ends what it started, too. */
public final class ChildProcess implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final String name;
  private final Process process;
  private final Path log;

  private ChildProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** Starts the command; the log of the run before is kept beside as {@code .1}. */
  static ChildProcess start(String name, ProcessBuilder command, Path log) {
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      if (Files.exists(log)) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
      Process process =
          command
              .redirectInput(Redirect.from(new File("/dev/null")))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new ChildProcess(name, process, log);
    } catch (IOException failure) {
      throw new LaunchFailure(name + " did not start: " + failure.getMessage());
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Returns once the condition holds; fails when the process ends or the time is over. */
  void await(BooleanSupplier ready, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!ready.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new LaunchFailure(name + " ended while it started; see " + log);
      }
      if (System.nanoTime() > deadline) {
        throw new LaunchFailure(
            name + " was not ready after " + patience.toSeconds() + " s; see " + log);
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  @Override
  public void close() {
    ProcessTree.of(process.toHandle()).end();
  }
}
