package org.cairn.gamification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.cairn.access.ActingLearner;
import org.cairn.gamification.XpSettled.StreakStood;
import org.cairn.gamification.XpSettled.Trigger;
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
   * @param streak where it changed
   * @param note what a person gave as the reason
   * @param by the event that made it so, and who is told; {@code null} where no event did
   */
  void write(
      ActingLearner learner,
      Changes changes,
      @Nullable StreakStood streak,
      @Nullable String note,
      @Nullable Trigger by,
      Instant now) {
    store.write(learner, changes, note, now);
    if (by != null) {
      Telling.tell(learner, changes.settlement(), by.consequences());
    }
    XpSettled news = XpSettled.of(learner, changes, streak, by);
    if (news.isNews()) {
      settled.fire(news);
    }
  }
}
