package org.cairn.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.cairn.system.Client;
import org.cairn.system.Person;
import org.cairn.system.RunningCairn;

/**
 * Clients that write without pause, as products and learners do: some send batches for many
 * learners, some a single event of their own. Each repeats a request until it is answered, and only
 * then sends the next.
 */
public final class Writers implements AutoCloseable {

  /** Learners who write for themselves; what they receive they can read by cursor, too. */
  static final List<Person> SINGLES =
      List.of(Person.DALE_JIMENEZ, Person.TYRONE_DYER, Person.LISA_WOODS);

  private static final List<String> NAMES =
      List.of(
          "cairn.opened",
          "companion.chosen",
          "goal.set",
          "lesson.started",
          "page.read",
          "page.turned",
          "drill.card.answered");
  private static final int BATCH = 10;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final RunningCairn api;
  private final String baseUrl;
  private final List<String> learners;
  private final List<Journal> journals = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Long> failedSince = new ConcurrentLinkedQueue<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger broken = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger repeats = new AtomicInteger();
  private final AtomicLong slowest = new AtomicLong();
  private volatile boolean going = true;
  private volatile boolean serverEnds;

  private Writers(RunningCairn api, String baseUrl, List<String> learners) {
    this.api = api;
    this.baseUrl = baseUrl;
    this.learners = learners;
  }

  /**
   * Begins to write.
   *
   * @param run what all event ids begin with
   * @param products how many send batches; as many as three learners write beside them
   */
  public static Writers start(RunningCairn cairn, String run, List<String> learners, int products) {
    return start(cairn, cairn.baseUrl(), run, learners, products);
  }

  /** The same, at another server of the same database. */
  static Writers start(
      RunningCairn cairn, String baseUrl, String run, List<String> learners, int products) {
    Writers writers = new Writers(cairn, baseUrl, learners);
    Path folder = cairn.home().logs();
    for (int i = 0; i < products; i++) {
      String name = run + "-p" + i;
      Random random = new Random(i);
      writers.start(folder, name, journal -> writers.writeBatches(journal, name, random));
    }
    for (int i = 0; i < SINGLES.size(); i++) {
      Person person = SINGLES.get(i);
      String name = run + "-l" + i;
      Random random = new Random(i);
      writers.start(folder, name, journal -> writers.writeSingles(journal, name, person, random));
    }
    return writers;
  }

  /** How many requests the server has now and has not answered. */
  int inFlight() {
    return inFlight.get();
  }

  /** From now on a server that ends may answer without its application. */
  void expectBareServer() {
    serverEnds = true;
  }

  int acknowledged() {
    return acknowledged.get();
  }

  /** How many requests ended without an answer. */
  int broken() {
    return broken.get();
  }

  /** How many requests that were sent before then had no success after it. */
  long hitAt(long nanos) {
    return failedSince.stream().filter(sent -> sent < nanos).count();
  }

  /** How many requests were answered by a proper 503. */
  int refused() {
    return refused.get();
  }

  /** How many repeated requests turned out to have been stored at once. */
  int repeats() {
    return repeats.get();
  }

  Duration slowest() {
    return Duration.ofNanos(slowest.get());
  }

  /** Answers that nobody should get: neither success nor a proper 503. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  List<Journal.Entry> journal() {
    return journals.stream().flatMap(journal -> journal.entries().stream()).toList();
  }

  /** Waits until so many more events are acknowledged. */
  void awaitProgress(int events) throws InterruptedException {
    int goal = acknowledged.get() + events;
    long begin = System.nanoTime();
    while (acknowledged.get() < goal) {
      if (OwnCairn.since(begin).toSeconds() > 120) {
        throw new AssertionError("two minutes without progress; wrong answers: " + wrong);
      }
      Thread.sleep(5);
    }
  }

  /** Lets each writer have its present request answered, and ends. */
  void finish() throws InterruptedException {
    going = false;
    for (Thread thread : threads) {
      thread.join(Duration.ofMinutes(3).toMillis());
      if (thread.isAlive()) {
        throw new AssertionError("a writer gets no answer; wrong ones: " + wrong);
      }
    }
  }

  @Override
  public void close() {
    going = false;
    threads.forEach(Thread::interrupt);
    journals.forEach(Journal::close);
  }

  private interface Work {
    void write(Journal journal) throws InterruptedException;
  }

  private void start(Path folder, String name, Work work) {
    Journal journal = new Journal(folder.resolve(name + ".journal"));
    journals.add(journal);
    Thread thread =
        new Thread(
            () -> {
              try {
                work.write(journal);
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              } catch (RuntimeException failure) {
                wrong.add(name + ": " + failure);
              }
            },
            name);
    threads.add(thread);
    thread.start();
  }

  private void writeBatches(Journal journal, String name, Random random)
      throws InterruptedException {
    for (int request = 0; going; request++) {
      List<Journal.Entry> events = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        events.add(event(anyOf(learners, random), name + "-" + request + "-" + i, random));
      }
      int first = journal.sending(events);
      Map<String, Object> body = Map.of("events", events.stream().map(Writers::reported).toList());
      Client.Answer answer =
          untilAnswered(
              () ->
                  api.asSystemOf("grand-bend")
                      .by(baseUrl)
                      .post("/api/v1/learning/events:batch", body));
      List<Long> positions = new ArrayList<>();
      answer.body().path("results").forEach(result -> positions.add(positionOf(result)));
      journal.acknowledged(first, positions);
      acknowledged.addAndGet(positions.size());
    }
  }

  private void writeSingles(Journal journal, String name, Person person, Random random)
      throws InterruptedException {
    String learner = api.learnerId(person);
    for (int request = 0; going; request++) {
      Journal.Entry event = event(learner, name + "-" + request, random);
      int first = journal.sending(List.of(event));
      Map<String, Object> body = new HashMap<>(reported(event));
      body.remove("learnerId");
      Client.Answer answer =
          untilAnswered(() -> api.as(person).by(baseUrl).post("/api/v1/learning/events", body));
      journal.acknowledged(first, List.of(positionOf(answer.body().path("event"))));
      acknowledged.incrementAndGet();
    }
  }

  private interface Request {
    Client.Answer send();
  }

  private Client.Answer untilAnswered(Request request) throws InterruptedException {
    for (boolean again = false; ; again = true) {
      long sent = System.nanoTime();
      Client.Answer answer = send(request);
      if (answer != null && isWhole(answer, sent)) {
        if (again && answer.text().contains("\"duplicate\"")) {
          repeats.incrementAndGet();
        }
        return answer;
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  /** The answer, or nothing where the wire broke. */
  private Client.Answer send(Request request) {
    long begin = System.nanoTime();
    inFlight.incrementAndGet();
    try {
      return request.send();
    } catch (UncheckedIOException broke) {
      broken.incrementAndGet();
      failedSince.add(begin);
      return null;
    } finally {
      inFlight.decrementAndGet();
      slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
    }
  }

  private boolean isWhole(Client.Answer answer, long sent) {
    boolean refusal =
        answer.status() == 503
            && answer.code().equals("TRY_AGAIN_LATER")
            && answer.headers().firstValue("Retry-After").isPresent();
    boolean later = refusal || (serverEnds && BareServer.hasAnswered(answer));
    if (later || (answer.status() == 200 && answer.text().contains("TRY_AGAIN_LATER"))) {
      refused.incrementAndGet();
      failedSince.add(sent);
      return false;
    }
    if (answer.status() != 200 || answer.text().contains("\"refused\"")) {
      wrong.add(answer.toString());
      return false;
    }
    return true;
  }

  private static Journal.Entry event(String learner, String id, Random random) {
    return new Journal.Entry(learner, id, NAMES.get(random.nextInt(NAMES.size())), 0);
  }

  private static String anyOf(List<String> learners, Random random) {
    return learners.get(random.nextInt(learners.size()));
  }

  private static Map<String, Object> reported(Journal.Entry event) {
    return Map.of(
        "learnerId",
        event.learner(),
        "eventId",
        event.eventId(),
        "name",
        event.name(),
        "payload",
        Map.of("correct", true));
  }

  private static long positionOf(JsonNode recorded) {
    return recorded.path("position").asLong();
  }
}
