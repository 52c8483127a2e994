package org.cairn.journey;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a journey came to; before its end, what it has come to so far. Only completed lessons count.
 *
 * @param overallScore mean of the containers' mean scores, to 2 decimals; 0 without a lesson
 * @param timeSpent seconds
 * @param archived whether questions and answers are in the archive
 * @param skillsMastered skills with a best score of 70 or more
 * @param endTime absent while it goes on
 */
public record JourneySummaryView(
    UUID journeyId,
    UUID learnerId,
    String gradeLevel,
    int schoolYear,
    String career,
    String companion,
    Instant startTime,
    @Nullable Instant endTime,
    BigDecimal overallScore,
    int lessonsComplete,
    int questionsAttempted,
    int questionsCorrect,
    long timeSpent,
    int attempts,
    int hintsUsed,
    int skillsAttempted,
    int skillsMastered,
    boolean archived,
    List<SkillScore> skills,
    List<ContainerScore> containers) {

  /**
   * A skill that was trained.
   *
   * @param score the best of its lessons
   */
  public record SkillScore(String skillId, String subject, int score, Band band) {}

  /**
   * A container.
   *
   * @param meanScore of its completed lessons, to 2 decimals; absent without one
   */
  public record ContainerScore(
      Container container,
      boolean complete,
      int lessonsComplete,
      @Nullable BigDecimal meanScore,
      List<LessonView> lessons) {}

  /** What a score shows: from 90 expert, from 70 proficient, from 50 developing. */
  public enum Band {
    EXPERT,
    PROFICIENT,
    DEVELOPING,
    BEGINNER
  }
}
