package org.cairn.gamification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cairn.access.VisibleLearner;
import org.cairn.events.EventLog;
import org.cairn.gamification.ProfileStore.Activity;
import org.cairn.gamification.ProfileView.StreakView;

/** Puts together what is shown of a learner; learners up to grade 2 are not shown their XP. */
@Singleton
class ProfileReading {

  private final ProfileStore store;
  private final DayStore days;
  private final RuleCatalog catalog;
  private final EventLog log;
  private final Clock clock;

  @Inject
  ProfileReading(
      ProfileStore store, DayStore days, RuleCatalog catalog, EventLog log, Clock clock) {
    this.store = store;
    this.days = days;
    this.catalog = catalog;
    this.log = log;
    this.clock = clock;
  }

  ProfileView profile(VisibleLearner learner) {
    Instant now = clock.instant();
    RuleBook book = catalog.rules();
    Game game = days.read(learner, LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1));
    LocalDate today = game.calendar().dayOf(now);
    Activity activity = store.activity(learner, today);
    RuleSet rules = book.at(now);
    Levels.Standing level = Levels.of(game.account().lifetimeXp(), rules.levels());
    ProfileView profile =
        ProfileView.of(
            learner.id(),
            game.account(),
            activity.xp(),
            level,
            rules.tierOf(level.level()),
            StreakView.of(game.days().on(today, game.calendar(), book), rules.streak()),
            activity.lastActiveAt());
    return learner.showsXp() ? profile : profile.withoutXp();
  }

  Profiles.LevelScale levels() {
    return new Profiles.LevelScale(catalog.rules().at(clock.instant()));
  }

  List<XpTransactionView> before(VisibleLearner learner, long number, int limit) {
    return learner.showsXp() ? store.before(learner, number, limit) : List.of();
  }

  WhyView why(VisibleLearner learner, UUID transaction) {
    LedgerRow row = learner.showsXp() ? store.row(learner, transaction).orElse(null) : null;
    if (row == null) {
      throw GamificationProblem.XP_TRANSACTION_NOT_FOUND.with(
          "No row of this learner's ledger with this id is visible to you.");
    }
    return WhyView.of(
        row,
        log.find(learner, row.view().eventId()).orElse(null),
        catalog.rules().find(row.view().ruleVersion()),
        store.chain(learner, row.view().source()));
  }
}
