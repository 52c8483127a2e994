package org.cairn.gamification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.access.ActingLearner;
import org.cairn.gamification.RuleSet.StreakTerms;
import org.cairn.gamification.StreakStore.Latest;
import org.cairn.gamification.XpSettled.StreakStood;
import org.cairn.gamification.XpSettled.Trigger;
import org.cairn.streak.Streak;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a tenant and its learners' ledgers, for the components that promise rewards or sell
 * something for XP. Whoever pays or sells holds the learner's lock.
 */
@Singleton
public class GameBook {

  /** Versions start five minutes ahead, so rules of a minute ago name all that counts now. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final RuleCatalog catalog;
  private final LedgerStore ledger;
  private final Booking book;
  private final StreakStore streaks;
  private final Clock clock;

  @Inject
  GameBook(
      RuleCatalog catalog, LedgerStore ledger, Booking book, StreakStore streaks, Clock clock) {
    this.catalog = catalog;
    this.ledger = ledger;
    this.book = book;
    this.streaks = streaks;
    this.clock = clock;
  }

  /**
   * What one version of the rules says to others.
   *
   * @param version such as {@code shared-1}
   * @param achievements in the order in which they are shown
   */
  public record Terms(String version, List<Achievement> achievements, HintPrices hints) {}

  /**
   * Something that is unlocked once.
   *
   * @param key names it for ever
   * @param rarity {@code COMMON}, {@code RARE}, {@code EPIC} or {@code LEGENDARY}
   * @param xp its reward, paid as written
   */
  public record Achievement(
      String key, String name, String description, String rarity, int xp, Condition condition) {}

  /**
   * When an achievement is unlocked: what is counted, and from which count on.
   *
   * @param count such as {@code lessons}; the rules' JSON Schema has all, and what they need
   * @param subject whose skills are counted; {@code null}: all
   * @param event the name of the events that are counted
   * @param score the least score of a lesson that is counted
   * @param percentOfTime a lesson that is counted took less than that of its expected time
   * @param days within which skills are counted
   */
  public record Condition(
      String count,
      int atLeast,
      @Nullable String subject,
      @Nullable String event,
      @Nullable Integer score,
      @Nullable Integer percentOfTime,
      @Nullable Integer days) {}

  /**
   * What hints cost.
   *
   * @param prices XP by level, in the order of levels
   * @param discount percent that a recommended one costs less, rounded in the learner's favor
   * @param subtleAbove the level of a learner above which subtle is recommended
   * @param clearAfter wrong tries after which clear is recommended
   * @param exampleAfter wrong tries after which example is recommended
   * @param recommendedADay the most hints of a day that are recommended
   * @param freeADay by band: {@code k2}, {@code grades3to5}, {@code grades6to8}, {@code others}
   */
  public record HintPrices(
      Map<String, Integer> prices,
      int discount,
      int subtleAbove,
      int clearAfter,
      int exampleAfter,
      int recommendedADay,
      Map<String, Integer> freeADay) {}

  /**
   * A reward that is owed once.
   *
   * @param source what for; the same for ever
   * @param category of the ledger's row
   * @param reason of the ledger's row
   */
  public record Payment(String source, XpCategory category, String reason, int xp) {}

  /** What holds at a time. */
  public Terms at(Instant time) {
    return catalog.rules().at(time).terms();
  }

  /** What a version said; {@code null} where there is no such version any more. */
  public @Nullable Terms version(String version) {
    RuleSet rules = catalog.rules().find(version);
    return rules == null ? null : rules.terms();
  }

  /** The names of all events that any version's achievements count. */
  public Set<String> countedEvents() {
    return catalog.rulesOf(MINUTE).countedEvents();
  }

  /** The level of an amount of lifetime XP, by the rules that hold at a time. */
  public int levelOf(long lifetimeXp, Instant time) {
    return Levels.of(lifetimeXp, catalog.rules().at(time).levels()).level();
  }

  /**
   * How streaks stand by the calendars as they are now, whatever was told when their latest day
   * came in; without those who have no active day.
   */
  public Map<UUID, StreakStood> streaks(Collection<UUID> learners) {
    RuleBook rules = catalog.rules();
    return streaks.latest(learners).stream()
        .collect(
            Collectors.toMap(
                Latest::learnerId,
                latest -> {
                  Streak streak = latest.streak();
                  StreakTerms terms = rules.termsAt(latest.calendar().startOf(streak.day()));
                  Instant end = StreakFold.end(streak, latest.calendar(), terms);
                  return new StreakStood(streak.length(), end, streak.best(), streak.best());
                }));
  }

  /** Pays rewards as written, each source once whatever is asked for again. */
  public void pay(ActingLearner learner, List<Payment> payments, Trigger by) {
    Owed owed =
        ledger.owed(learner, payments.stream().map(Payment::source).toList(), null, null, false);
    List<XpDue> dues =
        payments.stream()
            .map(
                payment -> {
                  Earning earning =
                      earning(
                          payment.source(),
                          XpKind.REWARD,
                          payment.category(),
                          payment.reason(),
                          payment.xp(),
                          owed,
                          by);
                  return new XpDue(earning, 0, payment.xp());
                })
            .toList();
    Settlement settlement = Settlement.of(owed.account(), dues, null);
    Changes changes = Changes.of(List.of(), dues, owed.dues(), settlement);
    if (!changes.isEmpty()) {
      book.write(learner, changes, null, null, by, clock.instant());
    }
  }

  /**
   * Takes what something costs from the balance, and leaves the lifetime XP as it is.
   *
   * @param source what is bought, such as {@code hint/…}; each is paid once
   * @param price at least 1
   * @throws org.cairn.shared.ProblemException {@code INSUFFICIENT_XP}
   */
  public void spend(
      ActingLearner learner, String source, XpCategory category, int price, Trigger by) {
    Owed owed = ledger.owed(learner, List.of(source), null, null, false);
    if (owed.account().balance() < price) {
      throw GamificationProblem.INSUFFICIENT_XP.with("Nothing was spent.");
    }
    Earning purchase =
        earning(source, XpKind.PURCHASE, category, XpKind.PURCHASE.reason(), -price, owed, by);
    Settlement settlement =
        Settlement.of(owed.account(), List.of(new XpDue(purchase, 0, -price)), null);
    book.write(learner, Changes.ofPurchase(settlement), null, null, by, clock.instant());
  }

  private Earning earning(
      String source,
      XpKind kind,
      XpCategory category,
      String reason,
      int xp,
      Owed owed,
      Trigger by) {
    return new Earning(
        source,
        kind,
        category,
        reason,
        xp,
        owed.grade(),
        LocalDate.ofInstant(by.effectiveAt(), owed.zone()),
        by.effectiveAt(),
        by.eventId(),
        true,
        catalog.rules().at(by.effectiveAt()).version());
  }
}
