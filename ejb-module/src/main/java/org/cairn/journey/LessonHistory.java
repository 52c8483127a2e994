package org.cairn.journey;

import static java.util.stream.Collectors.groupingBy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.access.VisibleLearner;
import org.cairn.content.Catalog;
import org.cairn.journey.ArchivedJourneys.KeptLesson;
import org.cairn.journey.LessonStore.Stored;

/** What lessons asked and how they were answered, whether rows still tell it or the archive. */
@Singleton
class LessonHistory {

  private static final KeptLesson NOTHING = new KeptLesson(List.of(), List.of());

  private final AttemptStore attempts;
  private final ArchivedJourneys archived;
  private final Catalog catalog;

  @Inject
  LessonHistory(AttemptStore attempts, ArchivedJourneys archived, Catalog catalog) {
    this.attempts = attempts;
    this.archived = archived;
    this.catalog = catalog;
  }

  /** A lesson, and what is known of it. */
  record Told(Stored stored, KeptLesson kept) {}

  /** The lesson with its questions and answers. */
  LessonView view(VisibleLearner learner, Stored lesson) {
    KeptLesson kept = of(learner, List.of(lesson)).get(0).kept();
    return LessonView.of(
        lesson.lesson(),
        lesson.asked(),
        lesson.state(),
        catalog.questions(kept.questions()),
        LessonView.Tried.of(kept.attempts()));
  }

  /** Each lesson with what is known of it; one reading of rows, and one of each object. */
  List<Told> of(VisibleLearner learner, List<Stored> lessons) {
    Map<UUID, KeptLesson> all = new HashMap<>(ofRows(learner, lessons));
    lessons.stream()
        .filter(Stored::isArchived)
        .collect(groupingBy(lesson -> lesson.archive()))
        .forEach((archive, kept) -> all.putAll(archived.lessons(learner, archive, ids(kept))));
    return lessons.stream()
        .map(each -> new Told(each, all.getOrDefault(each.lesson().id(), NOTHING)))
        .toList();
  }

  private Map<UUID, KeptLesson> ofRows(VisibleLearner learner, Collection<Stored> lessons) {
    List<Stored> open = lessons.stream().filter(lesson -> !lesson.isArchived()).toList();
    Map<UUID, List<Attempt>> given =
        attempts.ofSessions(learner, ids(open)).stream().collect(groupingBy(Attempt::sessionId));
    Map<UUID, KeptLesson> rows = new HashMap<>();
    for (Stored each : open) {
      UUID id = each.lesson().id();
      rows.put(id, new KeptLesson(each.lesson().questions(), given.getOrDefault(id, List.of())));
    }
    return rows;
  }

  private static List<UUID> ids(Collection<Stored> lessons) {
    return lessons.stream().map(lesson -> lesson.lesson().id()).toList();
  }
}
