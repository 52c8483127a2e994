package org.cairn.onboarding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.onboarding.Coach.CoachView.Silence;
import org.cairn.roster.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/**
 * When the coach speaks: seldom enough to be heard.
 *
 * @param perDay how many tips a school's day may have
 * @param coolDown how long a tip stands before another one
 */
record CoachRules(int perDay, Duration coolDown) {

  /**
   * What the coach does.
   *
   * @param offer the step to tell of; {@code null} where there is nothing to tell
   * @param isNew whether it is another tip than the latest
   * @param silence why there is no tip
   * @param until when there can be one again, where time alone will tell
   */
  record Decision(
      @Nullable CoachOffer offer,
      boolean isNew,
      @Nullable Silence silence,
      @Nullable Instant until) {

    private static Decision silent(Silence reason, @Nullable Instant until) {
      return new Decision(null, false, reason, until);
    }
  }

  /**
   * Decides purely.
   *
   * @param bestFirst the steps that could be done now
   * @param latest the latest tip, if there has been one
   */
  Decision decide(
      List<CoachOffer> bestFirst, @Nullable Tip latest, SchoolCalendar calendar, Instant now) {
    if (bestFirst.isEmpty()) {
      return Decision.silent(Silence.NOTHING_TO_DO, null);
    }
    if (latest != null && now.isBefore(latest.givenAt().plus(coolDown))) {
      Optional<CoachOffer> same = bestFirst.stream().filter(o -> o.isOf(latest)).findFirst();
      return same.map(offer -> new Decision(offer, false, null, null))
          .orElseGet(() -> Decision.silent(Silence.COOLING_DOWN, latest.givenAt().plus(coolDown)));
    }
    boolean isSpent =
        latest != null && latest.day().equals(calendar.dayOf(now)) && latest.number() >= perDay;
    return isSpent
        ? Decision.silent(Silence.ENOUGH_TODAY, calendar.startOf(calendar.dayOf(now).plusDays(1)))
        : new Decision(bestFirst.get(0), true, null, null);
  }
}
