package org.cairn.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time as Linux accounts for it, in microseconds. */
final class CpuTime {

  /** Linux counts in hundredths of a second for programs, whatever its own clock. */
  private static final long MICROS_PER_TICK = 10_000;

  private static final int AFTER_NAME_UTIME = 11;

  private CpuTime() {}

  /** Of one process with all its threads. */
  static long of(long pid) {
    return sum(pid, 2);
  }

  /** Of a process, its living children, and those that have ended. */
  static long ofFamily(long pid) {
    try (Stream<ProcessHandle> children =
        ProcessHandle.of(pid).map(ProcessHandle::children).orElse(Stream.empty())) {
      return sum(pid, 4) + children.mapToLong(child -> sum(child.pid(), 4)).sum();
    }
  }

  /** The words that started a process; empty where they cannot be read. */
  static String commandOf(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }

  /** Adds up user, system, children's user and children's system time: as many as are asked. */
  private static long sum(long pid, int fields) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = 0;
      for (int i = 0; i < fields; i++) {
        ticks += Long.parseLong(afterName[AFTER_NAME_UTIME + i]);
      }
      return ticks * MICROS_PER_TICK;
    } catch (IOException gone) {
      return 0;
    }
  }
}
