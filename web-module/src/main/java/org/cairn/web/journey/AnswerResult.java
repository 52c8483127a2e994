package org.cairn.web.journey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.cairn.gamification.ProfileView;
import org.cairn.journey.LessonView;
import org.jspecify.annotations.Nullable;

/**
 * What an answer came to.
 *
 * @param xpEarned by it, when it was recorded; absent for a learner up to grade 2
 * @param level of the learner now
 * @param streak school days in a row, now
 */
public record AnswerResult(
    @JsonUnwrapped LessonView.Judged answer, @Nullable Integer xpEarned, int level, int streak) {

  static AnswerResult of(LessonView.Judged answer, ProfileView profile) {
    return new AnswerResult(
        answer,
        Earned.by(answer.consequences(), profile),
        profile.level(),
        profile.streak().current());
  }
}
