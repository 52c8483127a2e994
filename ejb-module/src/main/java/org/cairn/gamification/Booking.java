package org.cairn.gamification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.cairn.access.ActingLearner;
import org.cairn.gamification.XpSettled.StreakStood;
import org.jspecify.annotations.Nullable;

/** Writes what changed, and publishes what the ledger has paid. */
@Singleton
class Booking {

  private final BookStore store;
  private final Event<XpSettled> settled;

  @Inject
  Booking(BookStore store, Event<XpSettled> settled) {
    this.store = store;
    this.settled = settled;
  }

  /**
   * See {@link BookStore#write}.
   *
   * @param note what a person gave as the reason
   */
  void write(ActingLearner learner, Changes changes, @Nullable String note, Instant now) {
    write(learner, changes, null, note, now);
  }

  /**
   * The same.
   *
   * @param streak where it changed
   */
  void write(
      ActingLearner learner,
      Changes changes,
      @Nullable StreakStood streak,
      @Nullable String note,
      Instant now) {
    store.write(learner, changes, note, now);
    XpSettled news = XpSettled.of(learner, changes, streak);
    if (news.isNews()) {
      settled.fire(news);
    }
  }
}
