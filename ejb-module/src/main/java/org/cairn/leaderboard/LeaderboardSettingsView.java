package org.cairn.leaderboard;

import java.util.List;
import java.util.UUID;

/**
 * How a district has its leaderboards.
 *
 * @param revision counts changes, from 0
 * @param enabled whether there are any
 * @param minimumGroup how many learners have to be on a board for it to be shown, 2 to 1000
 * @param schoolsOff schools without boards: their learners are on none and see none
 * @param classesOff classes without a board of their own
 */
public record LeaderboardSettingsView(
    int revision, boolean enabled, int minimumGroup, List<UUID> schoolsOff, List<UUID> classesOff) {

  static final LeaderboardSettingsView DEFAULT =
      new LeaderboardSettingsView(0, true, 5, List.of(), List.of());

  public LeaderboardSettingsView {
    schoolsOff = List.copyOf(schoolsOff);
    classesOff = List.copyOf(classesOff);
  }
}
