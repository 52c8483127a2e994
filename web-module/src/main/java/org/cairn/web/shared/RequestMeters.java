package org.cairn.web.shared;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cairn.shared.ProblemException;

/**
 * Counts and times requests, and counts problems. Labels come from the code alone: templates of
 * paths, classes of statuses, codes of problems.
 */
@ApplicationScoped
public class RequestMeters {

  /** Upper bounds in milliseconds; the goals of the hot paths lie among the lower ones. */
  private static final long[] BOUNDS = {5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000};

  private final Map<Operation, Timer> timers = new ConcurrentHashMap<>();
  private final Map<Operation, List<Counter>> buckets = new ConcurrentHashMap<>();
  private final Map<Refusal, Counter> problems = new ConcurrentHashMap<>();

  @Inject private MeterRegistry meters;

  /** What alerts watch is there from the beginning, so that the first occurrence is an increase. */
  @PostConstruct
  void showWatched() {
    for (int status : List.of(401, 500, 503)) {
      ProblemDocument watched = Problems.of(status);
      problems.computeIfAbsent(new Refusal(watched.code(), status, "request"), this::counter);
    }
  }

  void count(Visit visit) {
    long nanos = visit.nanos();
    Operation operation = new Operation(visit.method(), visit.route(), visit.status() / 100);
    timers.computeIfAbsent(operation, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    List<Counter> bounded = buckets.computeIfAbsent(operation, this::buckets);
    for (int i = BOUNDS.length; i >= 0 && fits(nanos, i); i--) {
      bounded.get(i).increment();
    }
    ProblemDocument problem = visit.problem();
    if (problem != null) {
      count(new Refusal(problem.code(), problem.status(), "request"));
    }
  }

  /** Counts what one item of a batch was refused with, while the batch as a whole was answered. */
  public void countItem(ProblemException refusal) {
    count(
        new Refusal(refusal.problem().name(), ProblemStatus.of(refusal.problem().kind()), "item"));
  }

  /** The same for a part that was refused with this. */
  void countItem(ProblemDocument refusal) {
    count(new Refusal(refusal.code(), refusal.status(), "item"));
  }

  private void count(Refusal refusal) {
    problems.computeIfAbsent(refusal, this::counter).increment();
  }

  private static boolean fits(long nanos, int bound) {
    return bound == BOUNDS.length || nanos <= TimeUnit.MILLISECONDS.toNanos(BOUNDS[bound]);
  }

  private Timer timer(Operation operation) {
    return meters.timer("cairn.requests", operation.tags());
  }

  /**
   * The server's registry gives applications no histograms, so the buckets are counters of their
   * own: {@code histogram_quantile} takes them as they are.
   */
  private List<Counter> buckets(Operation operation) {
    return Stream.concat(
            Arrays.stream(BOUNDS).mapToObj(bound -> String.valueOf(bound / 1_000d)),
            Stream.of("+Inf"))
        .map(le -> meters.counter("cairn.requests.within", operation.tags().and("le", le)))
        .toList();
  }

  private Counter counter(Refusal refusal) {
    return meters.counter(
        "cairn.problems",
        Tags.of(
            "code",
            refusal.code(),
            "status",
            String.valueOf(refusal.status()),
            "of",
            refusal.of()));
  }

  private record Operation(String method, String route, int statusClass) {

    Tags tags() {
      return Tags.of("method", method, "route", route, "status", statusClass + "xx");
    }
  }

  private record Refusal(String code, int status, String of) {}
}
