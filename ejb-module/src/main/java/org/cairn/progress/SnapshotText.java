package org.cairn.progress;

import java.time.LocalDate;
import java.util.TreeMap;
import org.cairn.streak.Streak;
import org.jspecify.annotations.Nullable;

/** Writes a snapshot as canonical JSON: the same state, the same bytes. */
final class SnapshotText {

  private SnapshotText() {}

  static String of(Progress progress) {
    ProgressHead head = progress.head();
    Streak streak = head.streak();
    StringBuilder json = new StringBuilder(256 + 160 * progress.items().size());
    json.append("{\"activePath\":");
    CanonicalJson.writeText(head.activePath(), json);
    json.append(",\"content\":");
    items(progress, json);
    json.append(",\"lastUpdated\":").append(time(head.lastUpdated()));
    json.append(",\"onboardingCompletedAt\":").append(time(head.onboardingCompletedAt()));
    json.append(",\"onboardingPathId\":");
    CanonicalJson.writeText(head.onboardingPathId(), json);
    json.append(",\"streak\":{\"currentStreak\":").append(streak == null ? 0 : streak.length());
    json.append(",\"lastActivityDate\":").append(date(streak == null ? null : streak.day()));
    json.append(",\"longestStreak\":").append(streak == null ? 0 : streak.best());
    return json.append("},\"version\":1}").toString();
  }

  /** The states of an item's interactions as one object. */
  static String interactions(ContentItem item) {
    StringBuilder json = new StringBuilder();
    CanonicalJson.writeMembers(item.interactions(), json);
    return json.toString();
  }

  private static void items(Progress progress, StringBuilder json) {
    json.append('{');
    String separator = "";
    for (ContentItem item : new TreeMap<>(progress.items()).values()) {
      json.append(separator);
      CanonicalJson.writeText(item.contentId(), json);
      json.append(':');
      item(item, json);
      separator = ",";
    }
    json.append('}');
  }

  private static void item(ContentItem item, StringBuilder json) {
    json.append('{');
    if (item.completedAt() != null) {
      json.append("\"completedAt\":").append(time(item.completedAt())).append(',');
    }
    json.append("\"contentId\":");
    CanonicalJson.writeText(item.contentId(), json);
    json.append(",\"interactions\":");
    CanonicalJson.writeMembers(item.interactions(), json);
    json.append(",\"lastAttemptAt\":").append(time(item.lastAttemptAt()));
    Double score = item.score();
    if (score != null) {
      json.append(",\"score\":").append(CanonicalJson.number(score));
    }
    json.append(",\"status\":\"").append(item.status().wire()).append("\"}");
  }

  private static String time(java.time.@Nullable Instant time) {
    return time == null ? "null" : '"' + CanonicalJson.time(time) + '"';
  }

  private static String date(@Nullable LocalDate date) {
    return date == null ? "null" : "\"" + date + '"';
  }
}
