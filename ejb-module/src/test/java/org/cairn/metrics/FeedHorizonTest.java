package org.cairn.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cairn.metrics.FeedHorizon.Look;
import org.junit.jupiter.api.Test;

class FeedHorizonTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  @Test
  void nothingLagsWhereNothingIsWriting() {
    FeedHorizon horizon =
        FeedHorizon.NOTHING_SEEN.after(look(0, 100, 100)).after(look(15, 250, 250));
    assertEquals(Duration.ZERO, horizon.lag(at(15)));
  }

  @Test
  void aTransactionThatStaysOpenHoldsBackSinceItWasFirstSeen() {
    FeedHorizon horizon =
        FeedHorizon.NOTHING_SEEN
            .after(look(0, 100, 100))
            .after(look(15, 101, 120))
            .after(look(30, 101, 180))
            .after(look(45, 101, 240));
    assertEquals(Duration.ofSeconds(30), horizon.lag(at(45)));
    assertEquals(Duration.ofSeconds(35), horizon.lag(at(50)));
  }

  @Test
  void whenTheOldestEndsTheNextOldestCounts() {
    FeedHorizon horizon =
        FeedHorizon.NOTHING_SEEN
            .after(look(0, 100, 120))
            .after(look(15, 100, 180))
            .after(look(30, 150, 240));
    assertEquals(Duration.ofSeconds(15), horizon.lag(at(30)));
    assertEquals(Duration.ZERO, horizon.after(look(45, 300, 300)).lag(at(45)));
  }

  @Test
  void shortTransactionsThatFollowOneAnotherAreNoLag() {
    FeedHorizon horizon = FeedHorizon.NOTHING_SEEN;
    for (int i = 0; i < 100; i++) {
      horizon = horizon.after(look(15 * i, 1_000 * i + 990, 1_000 * i + 1_000));
      assertEquals(Duration.ZERO, horizon.lag(at(15 * i)));
    }
  }

  @Test
  void looksAreForgottenWhenThereAreTooManyButNeverTheOneThatTells() {
    FeedHorizon horizon = FeedHorizon.NOTHING_SEEN;
    int looks = FeedHorizon.MOST_LOOKS * 2;
    for (int i = 0; i < looks; i++) {
      horizon = horizon.after(look(15 * i, 100, 101 + i));
    }
    assertEquals(FeedHorizon.MOST_LOOKS, horizon.looks().size());
    assertEquals(Duration.ofSeconds(15L * (looks - 1)), horizon.lag(at(15 * (looks - 1))));
  }

  /** Each transaction takes the next number, and writes for some looks. */
  @Property
  void theLagIsTheOldestWritersAgeUpToOneLook(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 12) Integer> durations) {
    FeedHorizon horizon = FeedHorizon.NOTHING_SEEN;
    List<Integer> ends = new ArrayList<>();
    for (int now = 0; now < durations.size(); now++) {
      // Begins just after the look before this one, and lasts past so many looks.
      ends.add(now + durations.get(now));
      int oldest = 0;
      while (oldest < ends.size() && ends.get(oldest) <= now) {
        oldest++;
      }
      int next = ends.size();
      horizon = horizon.after(new Look(at(15 * now), oldest, next));
      long lag = horizon.lag(at(15 * now)).toSeconds();
      long age = oldest == next ? 0 : 15L * (now - oldest + 1);
      assertTrue(lag <= age && age - lag <= 15, () -> "lag " + lag + " of age " + age);
    }
  }

  private static Look look(int seconds, long oldest, long next) {
    return new Look(at(seconds), oldest, next);
  }

  private static Instant at(int seconds) {
    return START.plusSeconds(seconds);
  }
}
