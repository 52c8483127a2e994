package org.cairn.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.cairn.analytics.Fact.Place;
import org.cairn.analytics.Fact.Sums;
import org.cairn.analytics.Logged.Journey;
import org.jspecify.annotations.Nullable;

/**
 * What an event of the log adds to figures. Only Cairn's own events add anything: those of journeys
 * and lessons are known by their ids, which nobody else can give, and answers by who vouches.
 */
final class FactRules {

  static final String STARTED = "journey.started";
  static final String COMPLETED = "journey.completed";
  static final String LESSON = "session.completed";
  static final String ANSWER = "question.answered";

  /** From this score on a lesson's skill is mastered, as in journeys. */
  static final int MASTERED = 70;

  private static final int LESSONS_OF_CONTAINER = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal LONGEST_TIME = BigDecimal.valueOf(86_400);
  private static final Judged NOTHING = new Judged(null, null);

  private FactRules() {}

  /**
   * A fact, or why there should be one and is none, or neither.
   *
   * @param fault a code
   */
  record Judged(@Nullable Fact fact, @Nullable String fault) {}

  static Judged judge(UUID learner, long position, Logged event) {
    if (!isOurs(event)) {
      return NOTHING;
    }
    Journey journey = event.journey();
    if (journey == null) {
      return new Judged(null, "JOURNEY_UNKNOWN");
    }
    Sums sums = sums(event, journey);
    return sums == null
        ? new Judged(null, "PAYLOAD_UNREADABLE")
        : new Judged(new Fact(learner, position, event.at(), place(event, journey), sums), null);
  }

  private static boolean isOurs(Logged event) {
    return switch (event.name()) {
      case STARTED -> event.eventId().equals("journey/" + event.journeyId() + "/started");
      case COMPLETED -> event.eventId().equals("journey/" + event.journeyId() + "/completed");
      case LESSON -> event.eventId().equals("session/" + event.sessionId() + "/completed");
      case ANSWER -> event.byServer();
      default -> false;
    };
  }

  private static @Nullable Sums sums(Logged event, Journey journey) {
    return switch (event.name()) {
      case STARTED -> Sums.STARTED;
      case COMPLETED -> completed(event, journey);
      case LESSON -> lesson(event);
      default -> answer(event);
    };
  }

  private static @Nullable Sums completed(Logged event, Journey journey) {
    BigDecimal score = number(event.score(), HUNDRED);
    if (score == null) {
      return null;
    }
    long seconds = Math.max(0, Duration.between(journey.startedAt(), event.at()).toSeconds());
    return Sums.completed(
        score.multiply(HUNDRED).setScale(0, RoundingMode.HALF_UP).longValueExact(),
        (int) Math.min(Integer.MAX_VALUE, seconds));
  }

  private static @Nullable Sums lesson(Logged event) {
    BigDecimal score = number(event.score(), HUNDRED);
    if (score == null || event.container() == null || event.skillId() == null) {
      return null;
    }
    int points = score.intValue();
    boolean endsContainer = event.lessonsDone() == LESSONS_OF_CONTAINER;
    return event.isScored()
        ? Sums.lesson(points, event.byServer() && points >= MASTERED, endsContainer)
        : Sums.unscored(endsContainer);
  }

  private static @Nullable Sums answer(Logged event) {
    BigDecimal seconds = number(event.timeSpent(), LONGEST_TIME);
    BigDecimal tried = number(event.tryNumber(), LONGEST_TIME);
    if (seconds == null || tried == null || event.correct() == null || event.skillId() == null) {
      return null;
    }
    return Sums.answered(
        seconds.longValue(), tried.intValue() == 1, Boolean.parseBoolean(event.correct()));
  }

  private static Place place(Logged event, Journey journey) {
    return new Place(
        Fact.monthOf(journey.startedAt()),
        event.schoolId(),
        text(journey.grade()),
        text(journey.career()),
        text(journey.companion()),
        text(event.container()),
        text(event.subject()),
        text(event.skillId()));
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }

  /** A number from 0 to the greatest that makes sense. */
  private static @Nullable BigDecimal number(@Nullable String text, BigDecimal most) {
    if (text == null || !text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      return null;
    }
    BigDecimal value = new BigDecimal(text);
    return value.compareTo(most) <= 0 ? value : null;
  }
}
