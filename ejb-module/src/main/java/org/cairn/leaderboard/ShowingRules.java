package org.cairn.leaderboard;

import java.util.UUID;
import org.cairn.access.VisibleGroup;
import org.cairn.access.VisibleGroup.Kind;
import org.cairn.access.VisibleLearner;
import org.jspecify.annotations.Nullable;

/** Which boards are shown to whoever may see a group. */
final class ShowingRules {

  private ShowingRules() {}

  /**
   * Refuses what is turned off, and learners who are too young.
   *
   * @throws org.cairn.shared.ProblemException {@code LEADERBOARD_OFF}, {@code
   *     LEADERBOARD_NOT_FOR_GRADE}
   */
  static void refuse(LeaderboardSettingsView settings, VisibleGroup group, Surroundings around) {
    UUID place = group.place();
    if (!settings.enabled()
        || isOff(settings, around.schoolOfGroup())
        || isOff(settings, around.ownSchool())
        || (group.kind() == Kind.CLASS && place != null && settings.classesOff().contains(place))) {
      throw LeaderboardProblem.LEADERBOARD_OFF.with(
          "The district has turned off this leaderboard.");
    }
    VisibleLearner self = group.self();
    if (self != null && !self.showsXp()) {
      throw LeaderboardProblem.LEADERBOARD_NOT_FOR_GRADE.with("Leaderboards begin with grade 3.");
    }
  }

  /**
   * Refuses what tells too much of a few.
   *
   * @throws org.cairn.shared.ProblemException {@code LEADERBOARD_TOO_SMALL}
   */
  static void refuse(LeaderboardSettingsView settings, long total) {
    if (total < settings.minimumGroup()) {
      throw LeaderboardProblem.LEADERBOARD_TOO_SMALL.with(
          "A leaderboard is shown from " + settings.minimumGroup() + " learners on.");
    }
  }

  private static boolean isOff(LeaderboardSettingsView settings, @Nullable UUID school) {
    return school != null && settings.schoolsOff().contains(school);
  }
}
