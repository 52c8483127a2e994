package org.cairn.web.journey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.cairn.access.Access;
import org.cairn.events.Consequence;
import org.cairn.gamification.Profiles;
import org.cairn.journey.LessonView;
import org.cairn.journey.Lessons;

/**
 * What completing a lesson came to.
 *
 * @param xpEarned by it, when it was completed
 * @param level of the learner now
 */
public record CompletionResult(
    @JsonUnwrapped LessonView session, List<Consequence> consequences, int xpEarned, int level) {

  static CompletionResult of(Lessons.Completed completed, Profiles profiles) {
    return new CompletionResult(
        completed.session(),
        completed.consequences(),
        Earned.by(completed.consequences()),
        profiles.of(Access.ME).level());
  }
}
