package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Eight writers at once: nothing is lost, nothing counts twice, no cursor skips. */
class ConcurrencyIT extends SystemTest {

  private static final int WRITERS = 8;
  private static final int REQUESTS = 12;
  private static final int EVENTS = 10;
  private static final List<String> NAMES =
      List.of(
          "cairn.opened",
          "companion.chosen",
          "goal.set",
          "lesson.started",
          "page.read",
          "page.turned");

  @Test
  void onOneLearnerWhileAReaderFollows() throws Exception {
    Client dale = server().as(Person.DALE_JIMENEZ);
    String learner = server().learnerId(Person.DALE_JIMENEZ);
    String start = endOf(dale);
    AtomicBoolean writing = new AtomicBoolean(true);
    ExecutorService reader = Executors.newSingleThreadExecutor();
    Future<List<String>> followed = reader.submit(() -> follow(dale, start, writing));
    ConcurrentLinkedQueue<String> acknowledged = write(writer -> number -> List.of(learner));
    writing.set(false);
    List<String> seen = followed.get(60, TimeUnit.SECONDS);
    reader.shutdown();
    List<String> expected = new ArrayList<>(acknowledged);
    Collections.sort(expected);
    Collections.sort(seen);
    assertEquals(expected, seen);
    assertLedgerIsTheProfile(learner);
  }

  @Test
  void onTwoHundredLearners() throws Exception {
    List<String> learners = Learners.take(200);
    ConcurrentLinkedQueue<String> acknowledged =
        write(
            writer -> {
              Random random = new Random(writer);
              return number -> {
                List<String> some = new ArrayList<>(learners);
                Collections.shuffle(some, random);
                return some.subList(0, EVENTS);
              };
            });
    assertEquals(WRITERS * REQUESTS * EVENTS, acknowledged.size());
    long logged = TestSql.count("learning_event where event_id like 'w%'", learners);
    assertEquals(acknowledged.size(), logged);
    for (String learner : learners.subList(0, 20)) {
      assertLedgerIsTheProfile(learner);
    }
    assertEquals(
        TestSql.sum("lifetime_xp", "game_profile", learners),
        TestSql.sum("amount", "xp_transaction", learners));
    assertTrue(TestSql.sum("amount", "xp_transaction", learners) > 0);
  }

  /** Writers send batches with new ids, each twice; answers the ids that were acknowledged. */
  private static ConcurrentLinkedQueue<String> write(
      IntFunction<IntFunction<List<String>>> learnersOfWriter) throws Exception {
    ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> done = new ArrayList<>();
    String run = Learners.newId();
    for (int w = 0; w < WRITERS; w++) {
      int writer = w;
      done.add(
          threads.submit(
              () -> {
                IntFunction<List<String>> learners = learnersOfWriter.apply(writer);
                for (int r = 0; r < REQUESTS; r++) {
                  List<Map<String, Object>> events =
                      events("w" + run + writer + "-" + r, learners.apply(r));
                  send(events, "stored").forEach(acknowledged::add);
                  send(events, "duplicate");
                }
              }));
    }
    for (Future<?> future : done) {
      future.get(120, TimeUnit.SECONDS);
    }
    threads.shutdown();
    return acknowledged;
  }

  private static List<Map<String, Object>> events(String prefix, List<String> learners) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      events.add(
          Learners.event(
              learners.get(i % learners.size()), prefix + "-" + i, NAMES.get(i % NAMES.size())));
    }
    return events;
  }

  private static List<String> send(List<Map<String, Object>> events, String expected) {
    List<String> ids = new ArrayList<>();
    Client.Answer answer = Learners.report(events);
    for (JsonNode result : answer.body().path("results")) {
      assertEquals(expected, result.path("status").asText(), answer::toString);
      ids.add(result.path("eventId").asText());
    }
    assertEquals(EVENTS, ids.size(), answer::toString);
    return ids;
  }

  private static List<String> follow(Client client, String start, AtomicBoolean writing) {
    List<String> seen = new ArrayList<>();
    String cursor = start;
    boolean last = false;
    while (true) {
      JsonNode page = client.get("/api/v1/learning/events?limit=100&since=" + cursor).body();
      page.path("events").forEach(event -> seen.add(event.path("eventId").asText()));
      cursor = page.path("cursor").asText();
      if (!page.path("hasMore").asBoolean() && last) {
        assertEquals(new HashSet<>(seen).size(), seen.size());
        return seen;
      }
      last = !writing.get();
    }
  }

  private static String endOf(Client client) {
    JsonNode page = client.get("/api/v1/learning/events?limit=500").body();
    while (page.path("hasMore").asBoolean()) {
      page =
          client
              .get("/api/v1/learning/events?limit=500&since=" + page.path("cursor").asText())
              .body();
    }
    return page.path("cursor").asText();
  }

  private static void assertLedgerIsTheProfile(String learner) {
    long sum = Learners.ledger(learner).stream().mapToLong(r -> r.path("amount").asLong()).sum();
    assertEquals(Learners.profile(learner).path("balance").asLong(), sum);
    assertEquals(Learners.profile(learner).path("lifetimeXp").asLong(), sum);
  }
}
