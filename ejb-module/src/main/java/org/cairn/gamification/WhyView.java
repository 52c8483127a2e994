package org.cairn.gamification;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cairn.events.RecordedEvent;
import org.cairn.gamification.AwardRule.Award;
import org.jspecify.annotations.Nullable;

/**
 * Why a row of the ledger is what it is: the event, what it fulfilled, the rule with its version,
 * the arithmetic, and all rows for the same source.
 *
 * @param event as it is recorded; absent for what is older than the log keeps, and where no event
 *     but a replay of the rules has made the row: then {@code condition} names it
 * @param condition what was fulfilled, for people
 * @param rule absent in rows that are older than the rules
 * @param owed all that was owed for the source when the row was made; a daily cap may have cut it
 * @param paidBefore what the source's earlier rows had settled
 * @param corrections all rows for the source, from the first payment on
 */
public record WhyView(
    XpTransactionView transaction,
    @Nullable Cause event,
    String condition,
    @Nullable Rule rule,
    int owed,
    int paidBefore,
    List<XpTransactionView> corrections) {

  /**
   * An event of the log.
   *
   * @param effectiveAt when it counts
   * @param trust {@code CLIENT}, {@code SYSTEM} or {@code SERVER}
   */
  public record Cause(
      String eventId,
      String name,
      Instant occurredAt,
      Instant effectiveAt,
      Instant recordedAt,
      String trust) {}

  /**
   * What the rules made of the facts.
   *
   * @param version such as {@code shared-1}
   * @param amount before multiplying
   * @param day the school's day on which it counts
   * @param streakDays the streak's length on that day
   * @param multipliers none where the amount is paid as written
   * @param arithmetic for people
   * @param result what the arithmetic gives
   */
  public record Rule(
      String version,
      String kind,
      int amount,
      @Nullable LocalDate day,
      int streakDays,
      List<Multiplier> multipliers,
      String arithmetic,
      int result) {}

  /**
   * A part of the product.
   *
   * @param because for people
   */
  public record Multiplier(String name, BigDecimal value, String because) {}

  static WhyView of(
      LedgerRow row,
      @Nullable RecordedEvent event,
      @Nullable RuleSet rules,
      List<XpTransactionView> chain) {
    XpKind kind = row.kind();
    int before =
        chain.stream()
            .filter(earlier -> earlier.number() < row.view().number())
            .mapToInt(earlier -> earlier.amount() - earlier.waived())
            .sum();
    return new WhyView(
        row.view(),
        event == null ? null : cause(event),
        condition(row),
        kind == null || rules == null ? null : rule(row, kind, rules),
        kind == null ? before + row.view().amount() : row.owed(),
        before,
        chain);
  }

  private static Cause cause(RecordedEvent event) {
    return new Cause(
        event.eventId(),
        event.name(),
        event.occurredAt(),
        event.effectiveAt(),
        event.recordedAt(),
        event.trust().name());
  }

  private static String condition(LedgerRow row) {
    XpKind kind = row.kind();
    if (kind == null) {
      return row.view().source();
    }
    if (row.basis() == 0) {
      return "Nothing is owed for this any more";
    }
    String fulfilled = fulfilled(row, kind);
    return row.view().reason().equals(Rejudgment.REASON)
        ? fulfilled + "; the district has had it judged again: " + row.view().eventId()
        : fulfilled;
  }

  private static String fulfilled(LedgerRow row, XpKind kind) {
    return switch (kind) {
      case ANSWER -> "A question was answered right at try " + row.basis();
      case LESSON -> "A lesson was completed, with all its answers scored by the server";
      case PERFECT -> "Every answer of a lesson was right at the first try";
      case MASTERY -> "A skill was completed with a score of 70 or more";
      case LOGIN -> "The first verified activity of a school day";
      case REWARD ->
          row.view().category() == XpCategory.ACHIEVEMENT
              ? "The achievement " + row.view().source() + " was unlocked"
              : "A reward that is paid as written where it was promised";
      case PURCHASE -> "Bought with XP: the balance falls, the lifetime XP does not";
      case CORRECTION -> "A correction by the district's administrator";
    };
  }

  private static Rule rule(LedgerRow row, XpKind kind, RuleSet rules) {
    Award award =
        AwardRule.of(rules, kind, row.view().category(), row.basis(), row.grade(), row.streak());
    return new Rule(
        rules.version(),
        kind.name(),
        award.base(),
        row.day(),
        row.streak(),
        kind.isMultiplied() ? multipliers(row, rules, award) : List.of(),
        kind.isMultiplied() ? arithmetic(award) : award.base() + " as written",
        award.amount());
  }

  private static List<Multiplier> multipliers(LedgerRow row, RuleSet rules, Award award) {
    String grade = row.grade();
    List<Multiplier> all = new ArrayList<>();
    all.add(
        new Multiplier(
            "grade", award.grade(), grade == null ? "ungraded" : "in grade " + grade + " then"));
    all.add(
        new Multiplier("category", award.learning(), "for the category " + row.view().category()));
    all.add(
        new Multiplier(
            "streak",
            award.streak(),
            "the streak was %d days long; more than %d are needed"
                .formatted(row.streak(), rules.multipliers().streakOver())));
    return all;
  }

  private static String arithmetic(Award award) {
    return "floor(%d × %s × (1 + %s + %s)) = %d"
        .formatted(
            award.base(),
            award.grade().toPlainString(),
            award.learning().toPlainString(),
            award.streak().toPlainString(),
            award.amount());
  }
}
