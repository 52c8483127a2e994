package org.cairn.web.journey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.cairn.gamification.Profiles;
import org.cairn.journey.JourneyRecords;
import org.cairn.journey.JourneySummaryView;
import org.jspecify.annotations.Nullable;

/**
 * A journey's summary with what its answers, lessons and days have earned.
 *
 * @param totalXpEarned corrections included; absent for a learner up to grade 2
 */
public record JourneySummary(
    @JsonUnwrapped JourneySummaryView summary, @Nullable Long totalXpEarned) {

  static JourneySummary of(
      String learner, UUID journey, JourneyRecords records, Profiles profiles) {
    return new JourneySummary(
        records.summary(learner, journey),
        profiles.earnedBy(learner, records.events(learner, journey)));
  }
}
