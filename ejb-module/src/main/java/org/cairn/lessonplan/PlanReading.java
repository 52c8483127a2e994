package org.cairn.lessonplan;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.access.VisibleLearner;
import org.cairn.content.Catalog;
import org.cairn.content.ContentKind;
import org.cairn.content.PublishedContent;
import org.cairn.journey.JourneyRecords;
import org.cairn.journey.JourneySummaryView;
import org.cairn.journey.JourneySummaryView.SkillScore;
import org.cairn.journey.LessonRecords;
import org.cairn.lessonplan.LessonPlan.Named;

/** Gathers what a plan tells, in a number of statements that is the same for every journey. */
@Singleton
class PlanReading {

  private final JourneyRecords journeys;
  private final LessonRecords lessons;
  private final Catalog catalog;
  private final PlanStore store;

  @Inject
  PlanReading(JourneyRecords journeys, LessonRecords lessons, Catalog catalog, PlanStore store) {
    this.journeys = journeys;
    this.lessons = lessons;
    this.catalog = catalog;
    this.store = store;
  }

  /**
   * A journey's plan.
   *
   * @throws org.cairn.shared.ProblemException {@code JOURNEY_NOT_FOUND}
   */
  LessonPlan plan(VisibleLearner learner, UUID journey) {
    String id = learner.id().toString();
    JourneySummaryView summary = journeys.summary(id, journey);
    PlanStore.Child child = store.child(learner);
    List<String> skills = summary.skills().stream().map(SkillScore::skillId).toList();
    String career = summary.career();
    return new LessonPlan(
        child.givenName(),
        child.zone(),
        named(ContentKind.CAREER, List.of(career)).getOrDefault(career, new Named(career, null)),
        summary,
        lessons.work(id, journey),
        named(ContentKind.SKILL, skills));
  }

  private Map<String, Named> named(ContentKind kind, List<String> ids) {
    return catalog.published(kind, ids).values().stream()
        .collect(Collectors.toMap(PublishedContent::id, PlanReading::named));
  }

  private static Named named(PublishedContent found) {
    return new Named(
        found.content().path("title").asText(found.id()),
        found.content().path("description").asText(null));
  }
}
