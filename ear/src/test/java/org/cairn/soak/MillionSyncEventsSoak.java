package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.cairn.system.Client;
import org.cairn.system.Person;
import org.cairn.system.SystemTest;
import org.junit.jupiter.api.Test;

/**
 * Sends a million sync events with 8 writers while a device of each learner follows by cursor: it
 * skips none. The limit of a learner's events is lifted all the while, for few learners can log in.
 */
@Soak
class MillionSyncEventsSoak extends SystemTest {

  private static final String PROGRESS = "/api/v1/learning/progress";
  private static final int WRITERS = 8;
  private static final int BATCH = 100;
  private static final long EVENTS = 1_000_000;
  private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");

  @Test
  void everyDeviceSeesAllOnce(SoakRun run) throws Exception {
    Duration limit = run.duration(Duration.ofHours(2));
    long begin = System.nanoTime();
    String prefix = "s" + begin + "-";
    AtomicLong next = new AtomicLong();
    AtomicLong written = new AtomicLong();
    AtomicBoolean writing = new AtomicBoolean(true);
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<List<String>>> devices = new ArrayList<>();
    for (Person learner : Writers.SINGLES) {
      devices.add(threads.submit(() -> follow(learner, prefix, writing)));
    }
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      Person learner = Writers.SINGLES.get(i % Writers.SINGLES.size());
      writers.add(
          threads.submit(
              () -> {
                for (long first = next.getAndAdd(BATCH);
                    first < EVENTS && OwnCairn.since(begin).compareTo(limit) < 0;
                    first = next.getAndAdd(BATCH)) {
                  write(learner, prefix, first);
                  written.addAndGet(BATCH);
                  if (first % 50_000 == 0) {
                    liftLimit();
                    run.say(first + " events");
                  }
                }
                return null;
              }));
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
    writing.set(false);
    Duration took = OwnCairn.since(begin);
    List<String> seen = new ArrayList<>();
    for (Future<List<String>> device : devices) {
      seen.addAll(device.get());
    }
    threads.shutdown();
    assertEquals(written.get(), seen.size(), "skipped");
    assertEquals(seen.size(), new HashSet<>(seen).size(), "doubled");
    run.figure("events", seen.size());
    run.figure("events a second, with the devices", seen.size() / Math.max(1, took.toSeconds()));
    run.figure("skipped, doubled", 0);
  }

  private static void write(Person learner, String prefix, long first) throws SQLException {
    StringBuilder body =
        new StringBuilder("{\"clientUpdatedAt\":\"2026-03-02T08:00:00Z\",\"events\":[");
    for (long i = first; i < first + BATCH; i++) {
      body.append(i == first ? "" : ",")
          .append("{\"eventId\":\"")
          .append(prefix)
          .append(i)
          .append("\",\"occurredAt\":\"")
          .append(BEGIN.plusMillis(i))
          .append("\",\"clientId\":\"soak\",\"type\":\"content.progressed\",\"payload\":")
          .append("{\"contentId\":\"c")
          .append(i % 100)
          .append("\",\"status\":\"in_progress\"}}");
    }
    String json = body + "]}";
    Client client = server().as(learner);
    Client.Answer answer = client.put(PROGRESS, json);
    long left = BATCH - answer.body().path("newEventsCount").asLong();
    // The limit was reached between two lifts: the rest once more.
    for (int i = 0; left > 0 && i < 100; i++) {
      liftLimit();
      answer = client.put(PROGRESS, json);
      left -= answer.body().path("newEventsCount").asLong();
    }
    assertEquals(0, left, answer::toString);
  }

  private static void liftLimit() throws SQLException {
    try (Connection all = server().superuser();
        Statement statement = all.createStatement()) {
      statement.execute("update cairn.progress_state set events = 0 where events > 1000");
    }
  }

  private static List<String> follow(Person learner, String prefix, AtomicBoolean writing)
      throws InterruptedException {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    boolean last = false;
    while (true) {
      JsonNode page = server().as(learner).get(PROGRESS + "?since=" + cursor).body().path("data");
      for (JsonNode event : page.path("events")) {
        String id = event.path("eventId").asText();
        if (id.startsWith(prefix)) {
          seen.add(id);
        }
      }
      cursor = page.path("cursor").asText();
      if (!page.path("hasMore").asBoolean()) {
        if (last) {
          return seen;
        }
        last = !writing.get();
        Thread.sleep(20);
      }
    }
  }
}
