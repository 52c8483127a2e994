package org.cairn.lessonplan;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.journey.JourneySummaryView;
import org.cairn.journey.LessonRecords.Work;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is made of. All figures are the summary's.
 *
 * @param givenName the learner's first name
 * @param zone of the learner's school
 * @param skills those of the summary, by id
 */
record LessonPlan(
    String givenName,
    ZoneId zone,
    Named career,
    JourneySummaryView summary,
    List<Work> work,
    Map<String, Named> skills) {

  /** Something of the catalog, in words. */
  record Named(String title, @Nullable String description) {}

  /** A skill in words; by its id where the catalog has it no more. */
  Named skill(String id) {
    return Optional.ofNullable(skills.get(id)).orElseGet(() -> new Named(id, null));
  }

  Work workOf(UUID session) {
    return work.stream()
        .filter(each -> each.sessionId().equals(session))
        .findFirst()
        .orElseGet(() -> new Work(session, 0, 0));
  }
}
