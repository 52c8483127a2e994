package org.cairn.leaderboard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.caller.Roles;
import org.cairn.gamification.GameBook;
import org.cairn.gamification.XpSettled.StreakStood;
import org.jspecify.annotations.Nullable;

/**
 * Has boards show the streaks that profiles show. An entry says until when its streak lasts, so
 * that it falls at the school's midnight by itself; but that was judged by the calendar of the
 * learner's latest day, and a day that a school gives off later moves it. Each part may be done
 * again.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class StreakRollover {

  /** A streak that ended longer ago is not brought back by a day that was given off since. */
  private static final Duration LOOKED_BACK = Duration.ofDays(31);

  @Inject private RolloverStore store;
  @Inject private GameBook book;
  @Inject private Clock clock;

  /**
   * What an entry says of a streak.
   *
   * @param until when it has ended
   */
  public record Shown(UUID learnerId, long days, Instant until) {}

  /** How many entries there are to look at in a time zone. */
  public long total(String zone) {
    return store.total(zone, clock.instant().minus(LOOKED_BACK));
  }

  /** Entries in the order of learners' ids, behind one. */
  public List<Shown> page(String zone, @Nullable String after, int limit) {
    return store.page(zone, clock.instant().minus(LOOKED_BACK), after, limit);
  }

  /** Has entries say what profiles do; one that was changed meanwhile says so already. */
  public void align(List<Shown> shown) {
    Instant now = clock.instant();
    Map<UUID, StreakStood> stood = book.streaks(shown.stream().map(Shown::learnerId).toList());
    List<Shown> before = new ArrayList<>();
    List<Shown> after = new ArrayList<>();
    for (Shown each : shown) {
      StreakStood streak = stood.get(each.learnerId());
      if (streak == null) {
        continue;
      }
      long days = streak.until().isAfter(now) ? streak.days() : 0;
      Shown wanted = new Shown(each.learnerId(), days, streak.until());
      if (!wanted.equals(each)) {
        before.add(each);
        after.add(wanted);
      }
    }
    store.change(before, after);
  }
}
