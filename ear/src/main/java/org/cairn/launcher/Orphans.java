package org.cairn.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Remembers the servers' processes in a file, so that those of a launcher that was killed outright
 * are ended by the next command. The start time tells them from a stranger with a reused number.
 */
public final class Orphans {

  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  private final PrivateFile file;
  private final List<String> lines = new ArrayList<>();

  public Orphans(Home home) {
    this.file = home.privateFile("processes");
  }

  public synchronized void remember(long pid) {
    Optional<Instant> start = ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant());
    start.ifPresent(instant -> lines.add(pid + " " + instant.toEpochMilli()));
    file.write(String.join("\n", lines));
  }

  public void forget() {
    file.delete();
  }

  /** Ends what an earlier launcher left behind, in reverse order of its start. */
  public void end() {
    List<String> left = new ArrayList<>(file.read().orElse("").lines().toList());
    Collections.reverse(left);
    left.forEach(Orphans::end);
    forget();
  }

  private static void end(String line) {
    String[] words = line.split(" ", -1);
    Instant start = Instant.ofEpochMilli(Long.parseLong(words[1]));
    ProcessHandle.of(Long.parseLong(words[0]))
        .filter(handle -> startedAt(handle, start))
        .ifPresent(handle -> ProcessTree.of(handle).end());
  }

  private static boolean startedAt(ProcessHandle handle, Instant start) {
    return handle
        .info()
        .startInstant()
        .filter(actual -> Duration.between(start, actual).abs().compareTo(TOLERANCE) < 0)
        .isPresent();
  }
}
