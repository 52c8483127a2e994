package org.cairn.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.cairn.system.Client;

/**
 * Two districts that share one connection, with requests that succeed and requests that fail in
 * every way mixed at random. Whatever the north names carries its name, and so does the south.
 */
public final class PoolLeak implements AutoCloseable {

  private static final int THREADS = 6;
  private static final String EVENTS = "/api/v1/learning/events";
  private static final String BATCH = "/api/v1/learning/events:batch";

  private final AttackedCairn cairn;
  private final Map<String, String> learners;
  private final Map<String, Integer> crowds;
  private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

  private PoolLeak(AttackedCairn cairn) {
    this.cairn = cairn;
    World.of(cairn);
    this.learners = Map.of(World.NORTH, learnerOf(World.NORTH), World.SOUTH, learnerOf("south"));
    this.crowds = Map.of(World.NORTH, crowdOf(World.NORTH), World.SOUTH, crowdOf(World.SOUTH));
  }

  /** A server with one connection to the database. */
  public static PoolLeak start() {
    return new PoolLeak(
        AttackedCairn.start(
            "pool",
            AttackedCairn.home("pool").built("cairn.ear"),
            "-Dcairn.db.pool.min=1 -Dcairn.db.pool.max=1 -Dcairn.limits.caller.per-minute=0"));
  }

  /**
   * Sends that many requests and answers the leaks.
   *
   * @param progress is told how many have been sent, now and then
   */
  public List<String> run(int requests, IntConsumer progress) throws InterruptedException {
    AtomicInteger sent = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> workers =
          IntStream.range(0, THREADS)
              .<Future<?>>mapToObj(
                  seed -> threads.submit(() -> work(new Random(seed), sent, requests, progress)))
              .toList();
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure);
    } finally {
      threads.shutdownNow();
    }
    return List.copyOf(leaks);
  }

  /** How many answers had which status. */
  public Map<Integer, AtomicInteger> statuses() {
    return statuses;
  }

  @Override
  public void close() {
    cairn.close();
  }

  private void work(Random random, AtomicInteger sent, int requests, IntConsumer progress) {
    for (int number = sent.incrementAndGet(); number <= requests; number = sent.incrementAndGet()) {
      boolean north = random.nextBoolean();
      String tenant = north ? World.NORTH : World.SOUTH;
      String other = north ? World.SOUTH : World.NORTH;
      Client.Answer answer = send(random.nextInt(14), tenant, other);
      statuses.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
      if (names(answer, other)) {
        leaks.add(tenant + " sees " + answer);
      }
      if (answer.status() >= 500) {
        leaks.add(tenant + " meets " + answer);
      }
      if (number % 1000 == 0) {
        progress.accept(number);
      }
    }
  }

  /** The one sourcedId that both have is no sign of the other. */
  private static boolean names(Client.Answer answer, String other) {
    String text = answer.text().replace("\"" + other + "-learner\"", "");
    return text.contains(other + "-") || text.contains("-" + other);
  }

  private Client.Answer send(int kind, String tenant, String other) {
    Client program = cairn.as(People.program(tenant));
    Client learner = cairn.as(People.of(tenant, "learner"));
    String own = "/api/v1/learners/" + learners.get(tenant);
    String foreign = "/api/v1/learners/" + learners.get(other);
    return switch (kind) {
      case 0 -> whole(program.get("/api/v1/learners?limit=500"), tenant);
      case 1 -> learner.get(EVENTS + "?limit=20");
      case 2 -> learner.get("/api/v1/learners/me/profile");
      case 3 -> program.get(own + "/xp-transactions");
      case 4 -> cairn.as(People.of(tenant, "admin")).get("/api/v1/admin/orgs");
      case 5 -> program.get(own + "/onboarding/tracks");
      case 6 -> learner.post(EVENTS, Map.of("eventId", id(tenant), "name", "page.read"));
      case 7 -> learner.post(EVENTS, Map.of("eventId", tenant + "-same", "name", "a.b" + id("c")));
      case 8 -> program.get(foreign + "/profile");
      case 9 -> program.post(BATCH, mixed(tenant, other));
      case 10 -> learner.post(EVENTS, "{\"eventId\":");
      case 11 -> cairn.as(People.of(tenant, "gone")).get("/api/v1/learners/me/profile");
      case 12 -> learner.get("/api/v1/admin/orgs");
      default -> learner.get(EVENTS + "?since=!");
    };
  }

  /** All learners, and not only one to whom an earlier transaction was narrowed. */
  private Client.Answer whole(Client.Answer answer, String tenant) {
    if (answer.body().path("items").size() != crowds.get(tenant)) {
      leaks.add(tenant + "'s program sees too few: " + answer);
    }
    return answer;
  }

  private Map<String, Object> mixed(String tenant, String other) {
    return Map.of(
        "events",
        List.of(
            event(learners.get(tenant), id(tenant)),
            event(learners.get(other), id(tenant)),
            event(UUID.randomUUID().toString(), id(tenant))));
  }

  private static Map<String, String> event(String learner, String id) {
    return Map.of("learnerId", learner, "eventId", id, "name", "page.read");
  }

  private static String id(String tenant) {
    return tenant + "-" + Long.toHexString(UUID.randomUUID().getMostSignificantBits());
  }

  private String learnerOf(String tenant) {
    JsonNode profile =
        cairn.as(People.of(tenant, "learner")).get("/api/v1/learners/me/profile").body();
    return profile.path("learnerId").asText();
  }

  private int crowdOf(String tenant) {
    int size =
        cairn
            .as(People.program(tenant))
            .get("/api/v1/learners?limit=500")
            .body()
            .path("items")
            .size();
    if (size < 2) {
      throw new IllegalStateException(tenant + " has " + size + " learners");
    }
    return size;
  }
}
