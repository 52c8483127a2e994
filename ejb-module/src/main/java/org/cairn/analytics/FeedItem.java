package org.cairn.analytics;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the feed reads of a learner's log: an event that may add to figures, or where its reading of
 * this log ends.
 *
 * @param position of the event, or the log's last one
 * @param logged the event; {@code null} at the end
 */
public record FeedItem(UUID learnerId, long position, @Nullable Logged logged) {

  private static final String END = "/end";

  /** The place before all items. */
  static final FeedItem START = new FeedItem(new UUID(0, 0), 0, null);

  /**
   * An event as the log has it, its payload's values as text, with what the log and the roster know
   * beside it.
   *
   * @param score of a lesson, or of a whole journey
   * @param journey the event's journey, if the log has its start
   * @param lessonsDone completed lessons of the journey's container up to this one
   * @param schoolId where the learner goes to school
   */
  record Logged(
      String eventId,
      String name,
      boolean byServer,
      Instant at,
      @Nullable String journeyId,
      @Nullable String sessionId,
      @Nullable String container,
      @Nullable String subject,
      @Nullable String skillId,
      @Nullable String timeSpent,
      @Nullable String correct,
      @Nullable String tryNumber,
      @Nullable String score,
      @Nullable Journey journey,
      int lessonsDone,
      @Nullable UUID schoolId) {}

  /** A journey as its start in the log tells it. */
  record Journey(
      Instant startedAt,
      @Nullable String grade,
      @Nullable String career,
      @Nullable String companion) {}

  /** A code for why the event cannot be read, if it cannot. */
  public Optional<String> fault() {
    return logged == null
        ? Optional.empty()
        : Optional.ofNullable(FactRules.judge(learnerId, position, logged).fault());
  }

  /** What the event adds to figures, if anything. */
  Optional<Fact> fact() {
    return logged == null
        ? Optional.empty()
        : Optional.ofNullable(FactRules.judge(learnerId, position, logged).fact());
  }

  /** The item's place; items are read in the order of their learners and positions. */
  public String key() {
    return learnerId + "/" + position + (isEnd() ? END : "");
  }

  boolean isEnd() {
    return logged == null;
  }

  /** The learner of a place. */
  static UUID learnerOf(@Nullable String key) {
    return key == null ? START.learnerId : UUID.fromString(key.substring(0, key.indexOf('/')));
  }

  /** The position of a place. */
  static long positionOf(@Nullable String key) {
    return key == null ? 0 : Long.parseLong(key.split("/", -1)[1]);
  }

  /** Whether a place is an end. */
  static boolean isEnd(@Nullable String key) {
    return key != null && key.endsWith(END);
  }
}
