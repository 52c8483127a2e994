package org.cairn.support;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A learner of a class, as those see it who teach the class.
 *
 * @param grade CEDS code, by the roster
 * @param journey the one that was begun last
 * @param tracksStarted of onboarding
 * @param tracksDone of these
 * @param lastSyncAt when a device last synced
 * @param lastActiveOn the latest day of the class's school with any activity
 * @param streakDays school days in a row, as it stands now
 * @param lifetimeXp all that was earned and corrected
 * @param openRemediation how many skills wait in the queue
 * @param needs the rules by which the learner needs help
 */
public record ClassLearnerView(
    UUID learnerId,
    String displayName,
    @Nullable String grade,
    @Nullable Journey journey,
    int tracksStarted,
    int tracksDone,
    @Nullable Instant lastSyncAt,
    @Nullable LocalDate lastActiveOn,
    long streakDays,
    long lifetimeXp,
    int openRemediation,
    List<NeedView.Rule> needs) {

  public ClassLearnerView {
    needs = List.copyOf(needs);
  }

  /**
   * How far a journey is.
   *
   * @param lessonsComplete of 12
   * @param containersComplete of 3
   * @param overallScore mean of the containers' mean scores, to 2 decimals; 0 without a lesson
   */
  public record Journey(
      UUID journeyId,
      String career,
      int lessonsComplete,
      int containersComplete,
      BigDecimal overallScore,
      Instant startedAt,
      @Nullable Instant completedAt) {}
}
