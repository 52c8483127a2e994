package org.cairn.achievement;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.cairn.gamification.XpSettled.Trigger;
import org.cairn.journey.JourneyAdvanced;
import org.cairn.journey.LessonStanding;
import org.cairn.journey.SkillStanding;
import org.cairn.shared.Reaction;

/** Looks for achievements when a lesson is complete or a skill is mastered. */
@Reaction
@Singleton
class AchievementUnlocking {

  /** After all that is paid for the same event, and what follows the payments. */
  static final int PRIORITY = 500;

  private final Unlocking unlocking;

  @Inject
  AchievementUnlocking(Unlocking unlocking) {
    this.unlocking = unlocking;
  }

  void on(@Observes @Priority(PRIORITY) JourneyAdvanced advanced) {
    Stream<Trigger> lessons =
        advanced.lessons().stream()
            .filter(lesson -> lesson.complete() && lesson.verified())
            .map(lesson -> trigger(advanced, lesson));
    Stream<Trigger> skills =
        advanced.skills().stream()
            .filter(SkillStanding::mastered)
            .map(skill -> trigger(advanced, skill.eventId(), skill.effectiveAt()));
    Stream.concat(lessons, skills)
        .max(Comparator.comparing(Trigger::effectiveAt))
        .ifPresent(by -> unlocking.check(advanced.learner(), by));
  }

  private static Trigger trigger(JourneyAdvanced advanced, LessonStanding lesson) {
    return trigger(advanced, lesson.eventId(), lesson.effectiveAt());
  }

  private static Trigger trigger(JourneyAdvanced advanced, String event, Instant at) {
    return new Trigger(event, at, advanced.consequences());
  }
}
