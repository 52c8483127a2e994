package org.cairn.achievement;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.cairn.access.ActingLearner;
import org.cairn.events.Consequence;
import org.cairn.gamification.GameBook;
import org.cairn.gamification.GameBook.Achievement;
import org.cairn.gamification.GameBook.Payment;
import org.cairn.gamification.GameBook.Terms;
import org.cairn.gamification.XpCategory;
import org.cairn.gamification.XpSettled.Trigger;

/** Unlocks what a learner has fulfilled, and has its reward paid. */
@Singleton
class Unlocking {

  static final String KIND = "ACHIEVEMENT_UNLOCKED";

  private final AchievementStore store;
  private final GameBook book;
  private final Clock clock;
  private final Event<AchievementsUnlocked> unlocked;

  @Inject
  Unlocking(
      AchievementStore store, GameBook book, Clock clock, Event<AchievementsUnlocked> unlocked) {
    this.store = store;
    this.book = book;
    this.clock = clock;
    this.unlocked = unlocked;
  }

  /** Looks at all that is locked, by the rules that hold when the event counts. */
  void check(ActingLearner learner, Trigger by) {
    Terms terms = book.at(by.effectiveAt());
    if (terms.achievements().isEmpty()) {
      return;
    }
    List<Achievement> news =
        UnlockRules.fulfilled(
            store.locked(learner, terms), xp -> book.levelOf(xp, by.effectiveAt()));
    if (!news.isEmpty()) {
      unlock(learner, terms, news, by);
    }
  }

  private void unlock(ActingLearner learner, Terms terms, List<Achievement> news, Trigger by) {
    long total = store.unlock(learner, terms.version(), news, by, clock.instant());
    news.forEach(
        each -> by.consequences().add(new Consequence(by.eventId(), KIND, each.key(), null)));
    unlocked.fire(
        new AchievementsUnlocked(learner, news.stream().map(Achievement::key).toList(), total));
    book.pay(
        learner,
        news.stream()
            .map(
                each ->
                    new Payment(
                        "achievement/" + each.key(), XpCategory.ACHIEVEMENT, KIND, each.xp()))
            .toList(),
        by);
  }
}
