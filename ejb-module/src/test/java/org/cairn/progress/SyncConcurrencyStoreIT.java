package org.cairn.progress;

import static org.cairn.progress.TestSync.ids;
import static org.cairn.progress.TestSync.progressed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Eight devices write while one reads by cursor: it skips nothing and sees nothing twice. */
class SyncConcurrencyStoreIT {

  private static final int WRITERS = 8;
  private static final int LEARNERS = 2;
  private static final int REQUESTS = 100;
  private static final int EVENTS = 100;
  private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");

  @Test
  void aReaderSeesTwentyThousandEventsOnce() throws Exception {
    String tenant = TestDatabase.newTenant();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS + LEARNERS);
    List<Future<List<String>>> seen = new ArrayList<>();
    List<Future<?>> writing = new ArrayList<>();
    for (int i = 0; i < LEARNERS; i++) {
      UUID learner = TestPeople.learner(tenant);
      AtomicInteger next = new AtomicInteger();
      for (int writer = 0; writer < WRITERS / LEARNERS; writer++) {
        writing.add(threads.submit(() -> write(new TestSync(tenant, learner), next)));
      }
      seen.add(threads.submit(() -> follow(new TestSync(tenant, learner))));
    }
    for (Future<?> writer : writing) {
      writer.get(5, TimeUnit.MINUTES);
    }
    for (Future<List<String>> reader : seen) {
      List<String> found = reader.get(5, TimeUnit.MINUTES);
      assertEquals(REQUESTS * EVENTS, found.size());
      assertEquals(REQUESTS * EVENTS, new HashSet<>(found).size());
    }
    threads.shutdown();
  }

  private static void write(TestSync device, AtomicInteger next) {
    for (int request = next.getAndIncrement();
        request < REQUESTS;
        request = next.getAndIncrement()) {
      List<SyncDraft> drafts = new ArrayList<>();
      for (int i = 0; i < EVENTS; i++) {
        int number = request * EVENTS + i;
        drafts.add(
            progressed("e" + number, BEGIN.plusSeconds(number).toString(), "c" + i, "in_progress"));
      }
      assertEquals(EVENTS, device.put(drafts).newEventsCount());
    }
  }

  /** Until all are there, or nothing has come for far too long. */
  private static List<String> follow(TestSync device) {
    List<String> seen = new ArrayList<>();
    @Nullable String cursor = null;
    long last = System.nanoTime();
    while (seen.size() < REQUESTS * EVENTS
        && System.nanoTime() - last < TimeUnit.MINUTES.toNanos(1)) {
      SyncPage.Content page = device.read(cursor, 500);
      if (!page.events().isEmpty()) {
        last = System.nanoTime();
      }
      seen.addAll(ids(page));
      cursor = page.cursor();
    }
    return seen;
  }
}
