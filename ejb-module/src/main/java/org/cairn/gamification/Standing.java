package org.cairn.gamification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cairn.journey.JourneyAdvanced;
import org.cairn.journey.LessonStanding;
import org.cairn.journey.QuestionStanding;
import org.cairn.journey.SkillStanding;
import org.jspecify.annotations.Nullable;

/**
 * How a learner stands on one thing that earns XP.
 *
 * @param basis as {@link Earning#basis}
 */
record Standing(
    String source,
    XpKind kind,
    int basis,
    @Nullable String grade,
    String eventId,
    Instant effectiveAt) {

  static List<Standing> of(JourneyAdvanced advanced) {
    List<Standing> all = new ArrayList<>();
    advanced.questions().forEach(question -> all.add(of(question)));
    for (LessonStanding lesson : advanced.lessons()) {
      boolean counts = lesson.complete() && lesson.verified();
      all.add(of(lesson, "/complete", XpKind.LESSON, counts));
      all.add(of(lesson, "/perfect", XpKind.PERFECT, counts && lesson.perfect()));
    }
    advanced.skills().forEach(skill -> all.add(of(skill)));
    return all;
  }

  private static Standing of(QuestionStanding question) {
    Integer attempt = question.correctAtTry();
    return new Standing(
        "question/" + question.schoolYear() + "/" + question.questionId(),
        XpKind.ANSWER,
        attempt == null ? 0 : attempt,
        question.grade(),
        question.eventId(),
        question.effectiveAt());
  }

  private static Standing of(LessonStanding lesson, String part, XpKind kind, boolean counts) {
    return new Standing(
        "lesson/" + lesson.sessionId() + part,
        kind,
        counts ? 1 : 0,
        lesson.grade(),
        lesson.eventId(),
        lesson.effectiveAt());
  }

  private static Standing of(SkillStanding skill) {
    return new Standing(
        "skill/" + skill.skillId() + "/mastery",
        XpKind.MASTERY,
        skill.mastered() ? 1 : 0,
        skill.grade(),
        skill.eventId(),
        skill.effectiveAt());
  }

  LocalDate dayInUtc() {
    return LocalDate.ofInstant(effectiveAt, ZoneOffset.UTC);
  }

  Earning earning(ZoneId zone, RuleBook rules) {
    return new Earning(
        source,
        kind,
        kind.category(),
        kind.reason(),
        basis,
        grade,
        LocalDate.ofInstant(effectiveAt, zone),
        effectiveAt,
        eventId,
        true,
        rules.at(effectiveAt).version());
  }
}
