package org.cairn.gamification;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.cairn.gamification.XpSettled.Trigger;
import org.cairn.onboarding.Reward;
import org.cairn.onboarding.TrackAdvanced;
import org.cairn.shared.Reaction;

/** Pays what tracks owe, as written: no multiplier of the grade or the streak applies to it. */
@Reaction
@Singleton
class XpAwarding {

  /** The last to react: it pays for what the others have found. */
  static final int PRIORITY = 300;

  private final LedgerStore ledger;
  private final Booking book;
  private final RuleCatalog catalog;
  private final Clock clock;

  @Inject
  XpAwarding(LedgerStore ledger, Booking book, RuleCatalog catalog, Clock clock) {
    this.ledger = ledger;
    this.book = book;
    this.catalog = catalog;
    this.clock = clock;
  }

  void on(@Observes @Priority(PRIORITY) TrackAdvanced advanced) {
    RuleBook rules = catalog.rules();
    List<String> sources = advanced.rewards().stream().map(Reward::source).toList();
    Owed owed = ledger.owed(advanced.learner(), sources, null, null, false);
    List<XpDue> dues =
        advanced.rewards().stream()
            .map(reward -> new XpDue(earning(reward, owed, rules), 0, reward.amount()))
            .toList();
    Settlement settlement = Settlement.of(owed.account(), dues, null);
    Changes changes = Changes.of(List.of(), dues, owed.dues(), settlement);
    if (!changes.isEmpty()) {
      Earning last = dues.get(dues.size() - 1).earning();
      book.write(
          advanced.learner(),
          changes,
          null,
          null,
          new Trigger(last.eventId(), last.occurredAt(), advanced.consequences()),
          clock.instant());
    }
  }

  private static Earning earning(Reward reward, Owed owed, RuleBook rules) {
    XpCategory category =
        switch (reward.kind()) {
          case STEP -> XpCategory.LEARNING;
          case STREAK -> XpCategory.STREAK;
          case COMPLETION -> XpCategory.BONUS;
        };
    return new Earning(
        reward.source(),
        XpKind.REWARD,
        category,
        "ONBOARDING_" + reward.kind(),
        reward.amount(),
        owed.grade(),
        LocalDate.ofInstant(reward.occurredAt(), owed.zone()),
        reward.occurredAt(),
        reward.eventId(),
        reward.verified(),
        rules.at(reward.occurredAt()).version());
  }
}
