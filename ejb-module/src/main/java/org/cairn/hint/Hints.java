package org.cairn.hint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.ActingLearner;
import org.cairn.caller.Roles;
import org.cairn.content.Catalog;
import org.cairn.events.Consequences;
import org.cairn.events.EventLog;
import org.cairn.events.EventPayload;
import org.cairn.events.NewEvent;
import org.cairn.events.NewEvent.OwnId;
import org.cairn.events.RecordedEvent;
import org.cairn.gamification.GameBook;
import org.cairn.gamification.GameBook.Terms;
import org.cairn.gamification.XpCategory;
import org.cairn.gamification.XpSettled.Trigger;
import org.cairn.hint.HintRules.Day;
import org.cairn.hint.HintRules.Quote;
import org.cairn.hint.HintStore.Today;
import org.cairn.journey.Lessons;
import org.cairn.journey.Lessons.Asked;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TextRules;
import org.jspecify.annotations.Nullable;

/** Gives learners hints on questions of their lessons. */
@Stateless
@RolesAllowed(Roles.LEARNER)
public class Hints {

  private static final int LONGEST_ID = 100;

  /**
   * What a device asks for.
   *
   * @param hintId chosen by the device: the same again is the same hint, paid once
   * @param level as {@link HintView#level}
   */
  public record Wish(
      @Nullable UUID hintId,
      @Nullable UUID sessionId,
      @Nullable String questionId,
      @Nullable String level) {}

  @Inject private Access access;
  @Inject private EventLog log;
  @Inject private HintStore store;
  @Inject private Lessons lessons;
  @Inject private Catalog catalog;
  @Inject private GameBook book;
  @Inject private Clock clock;

  /**
   * Gives a hint and takes what it costs. A hint that the learner has is given again for nothing.
   *
   * @throws ProblemException {@code HINT_INVALID}, {@code HINT_CONFLICT}, {@code HINT_NOT_OFFERED},
   *     {@code INSUFFICIENT_XP}, {@code SESSION_NOT_FOUND}, {@code SESSION_COMPLETE}, {@code
   *     QUESTION_NOT_ASKED}; then nothing is spent
   */
  public HintView ask(Wish wish) {
    check(wish);
    UUID id = Objects.requireNonNull(wish.hintId());
    UUID session = Objects.requireNonNull(wish.sessionId());
    String question = Objects.requireNonNull(wish.questionId());
    String level = Objects.requireNonNull(wish.level());
    ActingLearner learner = access.acting();
    Consequences consequences = new Consequences();
    Optional<RecordedEvent> known = log.recall(learner, eventId(id), consequences);
    Optional<Given> before =
        known.isPresent() ? store.find(learner, id) : store.find(learner, session, question, level);
    if (known.isPresent()
        && before.filter(hint -> isOf(hint, session, question, level)).isEmpty()) {
      throw HintProblem.HINT_CONFLICT.with(
          "Nothing was spent.", new FieldError("/hintId", "a new UUID for each hint"));
    }
    Given given = before.orElseGet(() -> give(learner, id, session, question, level, consequences));
    return HintView.of(given, learner.visible().showsXp());
  }

  private Given give(
      ActingLearner learner,
      UUID id,
      UUID session,
      String question,
      String level,
      Consequences consequences) {
    Asked asked = lessons.asked(session, question);
    String text = text(asked, level);
    Instant now = clock.instant();
    Today today = store.today(learner.visible(), now);
    Terms terms = book.at(now);
    Quote quote = HintRules.quote(level, terms.hints(), day(today, book, now), asked.wrongTries());
    Given given = Given.of(id, session, question, text, quote, terms.version(), today.day(), now);
    store.add(learner, given);
    lessons.hinted(session);
    log.append(learner, List.of(event(given)), consequences);
    pay(learner, given, consequences);
    return given;
  }

  private String text(Asked asked, String level) {
    String text = catalog.hints(asked.question()).get(level);
    if (text == null) {
      throw HintProblem.HINT_NOT_OFFERED.with(
          "Nothing was spent.", new FieldError("/level", "another level"));
    }
    return text;
  }

  private void pay(ActingLearner learner, Given given, Consequences consequences) {
    if (given.paid() > 0) {
      String event = eventId(given.id());
      book.spend(
          learner,
          event,
          XpCategory.HINT,
          given.paid(),
          new Trigger(event, given.givenAt(), consequences));
    }
  }

  static Day day(Today today, GameBook book, Instant now) {
    return new Day(
        today.grade(),
        book.levelOf(today.lifetimeXp(), now),
        today.used(),
        today.free(),
        today.recommended());
  }

  private static boolean isOf(Given hint, UUID session, String question, String level) {
    return hint.sessionId().equals(session)
        && hint.questionId().equals(question)
        && hint.level().equals(level);
  }

  private static NewEvent event(Given given) {
    return new NewEvent(
        eventId(given.id()),
        "hint.given",
        1,
        "hint",
        null,
        null,
        EventPayload.of(
            Map.of(
                "sessionId", given.sessionId().toString(),
                "questionId", given.questionId(),
                "level", given.level(),
                "recommended", given.recommended(),
                "free", given.free(),
                "paid", given.paid())),
        null);
  }

  private static String eventId(UUID id) {
    return OwnId.HINT.of(id.toString());
  }

  private static void check(Wish wish) {
    List<FieldError> errors = new ArrayList<>();
    if (wish.hintId() == null) {
      errors.add(new FieldError("/hintId", "a UUID that the device has chosen"));
    }
    if (wish.sessionId() == null) {
      errors.add(new FieldError("/sessionId", "the id of a lesson"));
    }
    String question = wish.questionId();
    if (question == null || question.length() > LONGEST_ID || !TextRules.isLine(question)) {
      errors.add(new FieldError("/questionId", "the id of a question of the lesson"));
    }
    if (wish.level() == null || !HintRules.LEVELS.contains(wish.level())) {
      errors.add(new FieldError("/level", String.join(", ", HintRules.LEVELS)));
    }
    if (!errors.isEmpty()) {
      throw HintProblem.HINT_INVALID.with("Nothing was spent.", errors.toArray(FieldError[]::new));
    }
  }
}
