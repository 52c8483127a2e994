package org.cairn.onboarding;

import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.jspecify.annotations.Nullable;

/** Whose tracks are shown and offered to whom. */
final class TrackAudience {

  private TrackAudience() {}

  /**
   * Whether the track is one of a learner's: everybody's, a learner's, one that has begun, or one
   * of the learner's own other roles.
   *
   * @param self whether the caller looks at its own tracks
   */
  static boolean isFor(Track track, @Nullable Standing standing, boolean self) {
    String role = track.audience().role();
    Caller caller = Callers.current();
    return role == null
        || role.equals(Roles.LEARNER)
        || (standing != null && standing.hasBegun())
        || (self && caller.is(role));
  }
}
