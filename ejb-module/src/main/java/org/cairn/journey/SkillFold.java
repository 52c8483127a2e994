package org.cairn.journey;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Judges whether a learner masters a skill, over the completed lessons that trained it. */
final class SkillFold {

  /** The least score of a verified lesson that shows mastery. */
  static final int MASTERY = 70;

  private static final Comparator<LessonStanding> IN_ORDER =
      Comparator.comparing(LessonStanding::effectiveAt).thenComparing(LessonStanding::eventId);

  private SkillFold() {}

  /** How the skill stands, given standings of its lessons; nothing before one is complete. */
  static Optional<SkillStanding> standing(Collection<LessonStanding> lessons) {
    Optional<LessonStanding> mastering = lessons.stream().filter(SkillFold::masters).min(IN_ORDER);
    return mastering
        .or(() -> lessons.stream().filter(LessonStanding::complete).max(IN_ORDER))
        .map(
            by ->
                new SkillStanding(
                    by.skillId(),
                    by.subject(),
                    mastering.isPresent(),
                    by.grade(),
                    by.eventId(),
                    by.effectiveAt()));
  }

  private static boolean masters(LessonStanding lesson) {
    return lesson.complete() && lesson.verified() && lesson.score() >= MASTERY;
  }
}
