package org.cairn.journey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.journey.JourneySummaryView.Band;
import org.cairn.journey.JourneySummaryView.ContainerScore;
import org.cairn.journey.JourneySummaryView.SkillScore;
import org.jspecify.annotations.Nullable;

/** The figures of a journey (spec: journeys and gamification, "summary"). */
final class SummaryFold {

  /** What 1, 2, 3 and 4 lessons divide. */
  private static final int COMMON = 12;

  private SummaryFold() {}

  static JourneySummaryView summary(Journey journey, List<LessonView> all) {
    List<LessonView> done = all.stream().filter(LessonView::isComplete).toList();
    List<SkillScore> skills = skills(done);
    return new JourneySummaryView(
        journey.id(),
        journey.learnerId(),
        journey.grade(),
        journey.schoolYear(),
        journey.career(),
        journey.companion(),
        journey.startedAt(),
        journey.completedAt(),
        overall(done),
        done.size(),
        done.stream().mapToInt(LessonView::attempted).sum(),
        done.stream().mapToInt(LessonView::correct).sum(),
        done.stream().mapToLong(LessonView::timeSpent).sum(),
        done.stream().mapToInt(LessonView::attempts).sum(),
        done.stream().mapToInt(LessonView::hintsUsed).sum(),
        skills.size(),
        (int) skills.stream().filter(skill -> skill.score() >= SkillFold.MASTERY).count(),
        journey.isArchived(),
        skills,
        containers(done));
  }

  /** Exact until the one rounding: the sum of all means times their common denominator. */
  static BigDecimal overall(List<LessonView> done) {
    long sum = 0;
    int means = 0;
    for (Container container : Container.values()) {
      List<LessonView> own = of(container, done);
      if (!own.isEmpty()) {
        sum += (long) scores(own) * COMMON / own.size();
        means++;
      }
    }
    return means == 0 ? BigDecimal.ZERO.setScale(2) : ratio(sum, (long) COMMON * means);
  }

  static Band band(int score) {
    return score >= 90
        ? Band.EXPERT
        : score >= SkillFold.MASTERY
            ? Band.PROFICIENT
            : score >= 50 ? Band.DEVELOPING : Band.BEGINNER;
  }

  private static List<SkillScore> skills(List<LessonView> done) {
    Map<String, SkillScore> best = new TreeMap<>();
    for (LessonView lesson : done) {
      best.merge(
          lesson.skillId(),
          new SkillScore(lesson.skillId(), lesson.subject(), lesson.score(), band(lesson.score())),
          (one, other) -> one.score() >= other.score() ? one : other);
    }
    return List.copyOf(best.values());
  }

  private static List<ContainerScore> containers(List<LessonView> done) {
    List<ContainerScore> scores = new ArrayList<>();
    for (Container container : Container.values()) {
      List<LessonView> own = of(container, done);
      scores.add(
          new ContainerScore(
              container, ContainerRules.isComplete(container, done), own.size(), mean(own), own));
    }
    return scores;
  }

  private static @Nullable BigDecimal mean(List<LessonView> lessons) {
    return lessons.isEmpty() ? null : ratio(scores(lessons), lessons.size());
  }

  private static List<LessonView> of(Container container, List<LessonView> lessons) {
    return lessons.stream().filter(lesson -> lesson.container() == container).toList();
  }

  private static int scores(List<LessonView> lessons) {
    return lessons.stream().mapToInt(LessonView::score).sum();
  }

  private static BigDecimal ratio(long dividend, long divisor) {
    return BigDecimal.valueOf(dividend)
        .divide(BigDecimal.valueOf(divisor), 2, RoundingMode.HALF_UP);
  }
}
