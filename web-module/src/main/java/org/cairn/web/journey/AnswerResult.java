package org.cairn.web.journey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.cairn.access.Access;
import org.cairn.gamification.Profiles;
import org.cairn.journey.AnswerView;

/**
 * What an answer came to.
 *
 * @param xpEarned by it, when it was recorded
 * @param level of the learner now
 */
public record AnswerResult(@JsonUnwrapped AnswerView answer, int xpEarned, int level) {

  static AnswerResult of(AnswerView answer, Profiles profiles) {
    return new AnswerResult(
        answer, Earned.by(answer.consequences()), profiles.of(Access.ME).level());
  }
}
