package org.cairn.soak;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The tool of that name at work: 500 connections that are slow for half a minute. */
final class SlowHttpTest implements AutoCloseable {

  private final Process process;

  /**
   * Begins.
   *
   * @param mode {@code -H} slow headers, {@code -B} slow bodies, {@code -X} slow readers
   */
  SlowHttpTest(String mode, String url) throws IOException {
    process =
        new ProcessBuilder(
                "slowhttptest",
                mode,
                "-c",
                "500",
                "-r",
                "250",
                "-i",
                "5",
                "-l",
                "30",
                "-x",
                "24",
                "-w",
                "10",
                "-y",
                "20",
                "-n",
                "5",
                "-z",
                "32",
                "-k",
                "3",
                "-p",
                "3",
                "-u",
                url)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  static boolean isInstalled() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "slowhttptest")));
  }

  boolean isAttacking() {
    return process.isAlive();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
