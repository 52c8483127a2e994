package org.cairn.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Budget SIXTY = new Budget("caller", 60);

  private final Buckets<String> buckets = new Buckets<>(100);
  private long now = 1_000 * Budget.MINUTE;

  @Test
  void grantsAMinutesWorthAtOnceAndNoMore() {
    assertEquals(60, granted("ann", 100));
    assertFalse(take("ann").isGranted());
  }

  @Test
  void refillsSteadily() {
    granted("ann", 60);
    now += 5 * SECOND;
    assertEquals(5, granted("ann", 100));
    now += Budget.MINUTE;
    assertEquals(60, granted("ann", 100));
  }

  @Test
  void aRefusedRequestCostsNothing() {
    granted("ann", 60);
    granted("ann", 1_000);
    now += SECOND;
    assertTrue(take("ann").isGranted());
  }

  @Test
  void waitingAsLongAsRetryAfterSaysIsEnough() {
    granted("ann", 60);
    now += SECOND / 3;
    Allowance refused = take("ann");
    assertFalse(refused.isGranted());
    assertEquals(1, refused.retryAfter());
    now += refused.retryAfter() * SECOND;
    assertTrue(take("ann").isGranted());
  }

  @Test
  void oneCallersHurryIsNobodyElsesLoss() {
    granted("ann", 1_000);
    assertEquals(60, granted("bob", 100));
  }

  @Test
  void aClockSetBackMakesNobodyWaitLongerThanAMinute() {
    granted("ann", 60);
    now -= 1_000 * SECOND;
    Allowance refused = take("ann");
    assertTrue(refused.retryAfter() <= 60, () -> "wait " + refused.retryAfter());
    now += Budget.MINUTE;
    assertTrue(take("ann").isGranted());
  }

  @Test
  void aClockSetForwardGrantsOneMinutesWorthOnly() {
    granted("ann", 60);
    now += 1_000_000 * SECOND;
    assertEquals(60, granted("ann", 1_000));
  }

  @Test
  void zeroIsNoLimit() {
    Budget unlimited = new Budget("caller", 0);
    for (int i = 0; i < 10_000; i++) {
      assertTrue(buckets.take("ann", unlimited, now).isGranted());
    }
    assertEquals(0, buckets.kept());
    assertThrows(IllegalArgumentException.class, () -> new Budget("caller", -1));
  }

  @Test
  void tellsWhatIsLeft() {
    Allowance first = take("ann");
    assertEquals("\"caller\";q=60;w=60", first.policy());
    assertEquals("\"caller\";r=59;t=1", first.state());
    granted("ann", 100);
    assertEquals("\"caller\";r=0;t=61", take("ann").state());
  }

  @Test
  void whoIsIdleIsForgottenAndTheNumberIsBounded() {
    for (int i = 0; i < 1_000; i++) {
      take("caller " + i);
    }
    assertEquals(100, buckets.kept());
    now += 2 * SECOND;
    take("late");
    assertEquals(1, buckets.kept());
  }

  @Test
  void beyondTheBoundAllShareOneBucket() {
    for (int i = 0; i < 100; i++) {
      take("caller " + i);
    }
    assertEquals(60, granted("first beyond", 1_000));
    assertEquals(0, granted("second beyond", 1_000));
    assertTrue(take("caller 1").isGranted());
  }

  @Test
  void threadsTogetherGetNoMoreThanOne() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> counts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      counts.add(
          threads.submit(
              () -> {
                start.await();
                return granted("ann", 10_000);
              }));
    }
    start.countDown();
    int sum = 0;
    for (Future<Integer> count : counts) {
      sum += count.get(20, TimeUnit.SECONDS);
    }
    threads.shutdown();
    assertEquals(60, sum);
  }

  private Allowance take(String who) {
    return buckets.take(who, SIXTY, now);
  }

  private int granted(String who, int requests) {
    int granted = 0;
    for (int i = 0; i < requests; i++) {
      if (take(who).isGranted()) {
        granted++;
      }
    }
    return granted;
  }
}
