package org.cairn.web.journey;

import java.util.List;
import org.cairn.events.Consequence;
import org.cairn.gamification.ProfileView;
import org.jspecify.annotations.Nullable;

/** The XP among consequences. */
final class Earned {

  private Earned() {}

  /** The keys of what was unlocked. */
  static List<String> unlocked(List<Consequence> consequences) {
    return consequences.stream()
        .filter(c -> c.kind().equals("ACHIEVEMENT_UNLOCKED"))
        .map(Consequence::key)
        .toList();
  }

  /** The sum, or nothing for whom the profile hides all XP. */
  static @Nullable Integer by(List<Consequence> consequences, ProfileView profile) {
    return profile.lifetimeXp() == null
        ? null
        : consequences.stream().mapToInt(c -> c.xp() == null ? 0 : c.xp()).sum();
  }
}
