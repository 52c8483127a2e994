package org.cairn.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cairn.system.Client;
import org.cairn.system.Person;
import org.cairn.system.RunningCairn;

/** A learner's device that follows its log by cursor all the while, through every fault. */
final class Reader implements AutoCloseable {

  private static final Person WHO = Person.DALE_JIMENEZ;
  private static final String LOG = "/api/v1/learning/events?limit=500";

  private final RunningCairn api;
  private final List<String> seen = new ArrayList<>();
  private final Thread thread = new Thread(this::follow, "reader");
  private volatile boolean serverEnds;
  private volatile boolean going = true;
  private volatile Throwable failure;
  private String cursor = "";

  private Reader(RunningCairn api) {
    this.api = api;
  }

  static Reader start(RunningCairn api) {
    Reader reader = new Reader(api);
    reader.thread.start();
    return reader;
  }

  /** From now on a server that ends may answer without its application. */
  void expectBareServer() {
    serverEnds = true;
  }

  /** What it has seen when there is no more to see. */
  List<String> finish() throws InterruptedException {
    going = false;
    thread.join(TimeUnit.MINUTES.toMillis(2));
    if (failure != null) {
      throw new AssertionError(failure);
    }
    while (readOn()) {
      Thread.onSpinWait();
    }
    return List.copyOf(seen);
  }

  /** The same log, read from its beginning with nobody writing. */
  List<String> logNow() {
    Reader fresh = new Reader(api);
    while (fresh.readOn()) {
      Thread.onSpinWait();
    }
    return fresh.seen;
  }

  @Override
  public void close() {
    going = false;
    thread.interrupt();
  }

  private void follow() {
    try {
      while (going) {
        readOn();
        Thread.sleep(20);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | AssertionError unexpected) {
      failure = unexpected;
    }
  }

  /** Reads a page if it can, and tells whether there is more. */
  private boolean readOn() {
    Client.Answer answer;
    try {
      answer = api.as(WHO).get(LOG + (cursor.isEmpty() ? "" : "&since=" + cursor));
    } catch (UncheckedIOException broken) {
      return true;
    }
    if (answer.status() == 503 || (serverEnds && BareServer.hasAnswered(answer))) {
      return true;
    }
    if (answer.status() != 200) {
      throw new AssertionError(answer.toString());
    }
    for (JsonNode event : answer.body().path("events")) {
      seen.add(event.path("eventId").asText());
    }
    cursor = answer.body().path("cursor").asText();
    return answer.body().path("hasMore").asBoolean();
  }
}
