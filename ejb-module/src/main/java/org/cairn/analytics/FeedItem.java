package org.cairn.analytics;

import java.util.Optional;
import java.util.UUID;
import org.cairn.analytics.FactRules.Judged;
import org.jspecify.annotations.Nullable;

/**
 * What the feed reads of a learner's log: an event that may add to figures, or where its reading of
 * this log ends.
 *
 * @param position of the event, or the log's last one
 * @param judged what the event adds; {@code null} at the end
 */
public record FeedItem(UUID learnerId, long position, @Nullable Judged judged) {

  private static final String END = "/end";

  /** The place before all items. */
  static final FeedItem START = new FeedItem(new UUID(0, 0), 0, null);

  /** A code for why the event cannot be read, if it cannot. */
  public Optional<String> fault() {
    return Optional.ofNullable(judged).map(Judged::fault);
  }

  /** What the event adds to figures, if anything. */
  Optional<Fact> fact() {
    return Optional.ofNullable(judged).map(Judged::fact);
  }

  /** The item's place; items are read in the order of their learners and positions. */
  public String key() {
    return learnerId + "/" + position + (isEnd() ? END : "");
  }

  boolean isEnd() {
    return judged == null;
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
