package org.cairn.launcher;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process with all that it started, taken when it is about to end. */
record ProcessTree(List<ProcessHandle> members) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  static ProcessTree of(ProcessHandle root) {
    return new ProcessTree(Stream.concat(Stream.of(root), root.descendants()).toList());
  }

  /** Asks every member to end, waits, and then ends by force who did not. */
  void end() {
    members.forEach(ProcessHandle::destroy);
    if (!haveEnded()) {
      members.forEach(ProcessHandle::destroyForcibly);
      haveEnded();
    }
  }

  private boolean haveEnded() {
    CompletableFuture<?>[] ends =
        members.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(ends).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stubborn) {
      return false;
    } catch (ExecutionException impossible) {
      return true;
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
