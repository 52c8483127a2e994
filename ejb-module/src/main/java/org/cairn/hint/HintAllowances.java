package org.cairn.hint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.Roles;
import org.cairn.content.Catalog;
import org.cairn.gamification.GameBook;
import org.cairn.gamification.GameBook.HintPrices;
import org.cairn.hint.HintRules.Day;
import org.cairn.hint.HintRules.Quote;
import org.cairn.hint.HintStore.Today;
import org.cairn.journey.Lessons;
import org.cairn.journey.Lessons.Asked;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.TextRules;
import org.jspecify.annotations.Nullable;

/** What hints learners can have today, and at what price. */
@Stateless
@RolesAllowed({
  Roles.LEARNER,
  Roles.GUARDIAN,
  Roles.TEACHER,
  Roles.SCHOOL_ADMIN,
  Roles.DISTRICT_ADMIN,
  Roles.SYSTEM
})
public class HintAllowances {

  private static final int LONGEST_ID = 100;

  @Inject private Access access;
  @Inject private HintStore store;
  @Inject private Lessons lessons;
  @Inject private Catalog catalog;
  @Inject private GameBook book;
  @Inject private Clock clock;

  /** A day in short. */
  public record Summary(int usedToday, int freeLeft) {}

  /**
   * A learner's hints today.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}
   */
  public Summary summary(String learner) {
    Instant now = clock.instant();
    Today today = store.today(access.visible(learner), now);
    return new Summary(
        today.used(), HintRules.freeLeft(book.at(now).hints(), Hints.day(today, book, now)));
  }

  /**
   * The same with all prices; of a question of one's own open lesson also what it offers and what
   * is recommended.
   *
   * @param learner an id or {@code me}
   * @param session the id of one's own lesson; with a question or not at all
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}, {@code INVALID_REQUEST},
   *     {@code SESSION_NOT_FOUND}, {@code SESSION_COMPLETE}, {@code QUESTION_NOT_ASKED}
   */
  public HintAllowanceView of(String learner, @Nullable String session, @Nullable String question) {
    VisibleLearner visible = access.visible(learner);
    check(visible, session, question);
    Instant now = clock.instant();
    Today today = store.today(visible, now);
    Day day = Hints.day(today, book, now);
    HintPrices prices = book.at(now).hints();
    Asked asked =
        session == null || question == null ? null : lessons.asked(idOf(session), question);
    Map<String, String> texts = asked == null ? Map.of() : catalog.hints(asked.question());
    Integer wrongTries = asked == null ? null : asked.wrongTries();
    List<Quote> quotes =
        HintRules.LEVELS.stream()
            .map(level -> HintRules.quote(level, prices, day, wrongTries))
            .toList();
    return new HintAllowanceView(
        today.day(),
        today.used(),
        HintRules.freeLeft(prices, day),
        strongest(quotes, texts.keySet()),
        quotes.stream()
            .map(
                quote ->
                    level(quote, asked == null ? null : texts.containsKey(quote.level()), visible))
            .toList());
  }

  /** The last of those that are recommended and offered. */
  private static @Nullable String strongest(List<Quote> quotes, Set<String> offered) {
    return quotes.stream()
        .filter(quote -> quote.recommended() && offered.contains(quote.level()))
        .map(Quote::level)
        .reduce((gentler, stronger) -> stronger)
        .orElse(null);
  }

  private static HintAllowanceView.Level level(
      Quote quote, @Nullable Boolean offered, VisibleLearner learner) {
    return new HintAllowanceView.Level(
        quote.level(),
        learner.showsXp() ? Integer.valueOf(quote.price()) : null,
        learner.showsXp() ? Integer.valueOf(quote.toPay()) : null,
        quote.recommended(),
        offered);
  }

  private static void check(
      VisibleLearner learner, @Nullable String session, @Nullable String question) {
    if (session == null && question == null) {
      return;
    }
    if (session == null || !learner.isSelf()) {
      throw invalid("session", "the id of a lesson of your own, with a question");
    }
    if (question == null || question.length() > LONGEST_ID || !TextRules.isLine(question)) {
      throw invalid("question", "the id of a question of the lesson");
    }
  }

  private static UUID idOf(String session) {
    try {
      return UUID.fromString(session);
    } catch (IllegalArgumentException e) {
      throw invalid("session", "the id of a lesson of your own, with a question");
    }
  }

  private static RuntimeException invalid(String field, String expected) {
    return CommonProblem.INVALID_REQUEST.with(
        "Hints are told for questions of one's own lessons.", new FieldError(field, expected));
  }
}
