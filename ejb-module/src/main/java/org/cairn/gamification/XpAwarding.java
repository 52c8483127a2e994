package org.cairn.gamification;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.cairn.events.Consequence;
import org.cairn.gamification.Settlement.Row;
import org.cairn.onboarding.Reward;
import org.cairn.onboarding.TrackAdvanced;
import org.cairn.shared.Reaction;

/** Pays what tracks owe, as written: no multiplier of the grade or the streak applies to it. */
@Reaction
@Singleton
class XpAwarding {

  /** The last to react: it pays for what the others have found. */
  static final int PRIORITY = 300;

  private static final String RULE_VERSION = "1";

  private final LedgerStore store;
  private final Clock clock;
  private final Event<XpSettled> settled;

  @Inject
  XpAwarding(LedgerStore store, Clock clock, Event<XpSettled> settled) {
    this.store = store;
    this.clock = clock;
    this.settled = settled;
  }

  void on(@Observes @Priority(PRIORITY) TrackAdvanced advanced) {
    List<XpDue> dues = advanced.rewards().stream().map(XpAwarding::due).toList();
    Account account = store.account(advanced.learner(), dues.stream().map(XpDue::source).toList());
    Settlement settlement = Settlement.of(account, dues);
    if (settlement.rows().isEmpty()) {
      return;
    }
    store.write(advanced.learner(), settlement, RULE_VERSION, clock.instant());
    for (Row row : settlement.rows()) {
      advanced
          .consequences()
          .add(paid(row.due().eventId(), row.type(), row.due().source(), row.amount()));
    }
    settled.fire(XpSettled.of(advanced.learner(), settlement));
  }

  /** What a row of the ledger is to whoever sent the event. */
  static Consequence paid(String eventId, String type, String source, int amount) {
    return new Consequence(
        eventId, type.equals("EARNED") ? "XP_EARNED" : "XP_CORRECTED", source, amount);
  }

  private static XpDue due(Reward reward) {
    XpCategory category =
        switch (reward.kind()) {
          case STEP -> XpCategory.LEARNING;
          case STREAK -> XpCategory.STREAK;
          case COMPLETION -> XpCategory.BONUS;
        };
    return new XpDue(
        reward.source(),
        category,
        "ONBOARDING_" + reward.kind(),
        reward.amount(),
        reward.verified(),
        reward.eventId(),
        reward.occurredAt());
  }
}
