package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.cairn.system.Client;
import org.cairn.system.SystemTest;
import org.junit.jupiter.api.Test;

/** Writes a million events with 8 writers while a reader follows by cursor: it skips none. */
@Soak
class MillionEventsSoak extends SystemTest {

  private static final int WRITERS = 8;
  private static final int BATCH = 500;
  private static final long EVENTS = 1_000_000;

  @Test
  void aReaderSkipsAndDoublesNone(SoakRun run) throws Exception {
    Duration limit = run.duration(Duration.ofHours(2));
    long begin = System.nanoTime();
    String prefix = "m" + begin + "-";
    String learner = server().learnerId(Writers.SINGLES.get(0));
    AtomicLong next = new AtomicLong();
    Reader reader = Reader.start(server());
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(
          threads.submit(
              () -> {
                for (long first = next.getAndAdd(BATCH);
                    first < EVENTS && OwnCairn.since(begin).compareTo(limit) < 0;
                    first = next.getAndAdd(BATCH)) {
                  write(prefix, learner, first);
                  if (first % 50_000 == 0) {
                    run.say(first + " events");
                  }
                }
              }));
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
    threads.shutdown();
    Duration writing = OwnCairn.since(begin);
    List<String> seen = reader.finish().stream().filter(id -> id.startsWith(prefix)).toList();
    long written = Math.min(EVENTS, next.get() - (next.get() > EVENTS ? 0 : WRITERS * BATCH));
    assertTrue(seen.size() >= written, () -> "skipped: " + (written - seen.size()));
    assertEquals(seen.size(), new HashSet<>(seen).size(), "doubled");
    run.figure("events", seen.size());
    run.figure("events a second, with the reader", seen.size() / Math.max(1, writing.toSeconds()));
    run.figure("skipped, doubled", 0);
  }

  private static void write(String prefix, String learner, long first) {
    StringBuilder body = new StringBuilder("{\"events\":[");
    for (long i = first; i < first + BATCH; i++) {
      body.append(i == first ? "" : ",")
          .append("{\"learnerId\":\"")
          .append(learner)
          .append("\",\"eventId\":\"")
          .append(prefix)
          .append(i)
          .append("\",\"name\":\"page.turned\"}");
    }
    Client.Answer answer =
        server().asSystemOf("grand-bend").post("/api/v1/learning/events:batch", body + "]}");
    int stored = answer.text().split("\"stored\"", -1).length - 1;
    assertEquals(BATCH, stored, answer::toString);
  }
}
