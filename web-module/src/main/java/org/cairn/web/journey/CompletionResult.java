package org.cairn.web.journey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.cairn.events.Consequence;
import org.cairn.gamification.ProfileView;
import org.cairn.journey.LessonView;
import org.cairn.journey.Lessons;
import org.jspecify.annotations.Nullable;

/**
 * What completing a lesson came to.
 *
 * @param achievementsUnlocked the keys of achievements that it unlocked
 * @param xpEarned by it, when it was completed; absent for a learner up to grade 2
 * @param level of the learner now
 * @param streak school days in a row, now
 */
public record CompletionResult(
    @JsonUnwrapped LessonView session,
    List<Consequence> consequences,
    List<String> achievementsUnlocked,
    @Nullable Integer xpEarned,
    int level,
    int streak) {

  static CompletionResult of(Lessons.Completed completed, ProfileView profile) {
    return new CompletionResult(
        completed.session(),
        completed.consequences(),
        Earned.unlocked(completed.consequences()),
        Earned.by(completed.consequences(), profile),
        profile.level(),
        profile.streak().current());
  }
}
