package org.cairn.access;

import java.util.UUID;
import org.cairn.access.VisibleGroup.Kind;
import org.jspecify.annotations.Nullable;

/** Permissions for tests of stores, which only the access component can make. */
public final class Permissions {

  private Permissions() {}

  public static ActingLearner acting(UUID learner) {
    return new ActingLearner(learner, Trust.CLIENT, true);
  }

  /** As the caller's word is trusted. */
  public static ActingLearner acting(UUID learner, Trust trust) {
    return new ActingLearner(learner, trust, true);
  }

  public static ActingLearner actingForSystem(UUID learner) {
    return new ActingLearner(learner, Trust.SYSTEM, true);
  }

  public static ActingGuardian guardian(UUID guardian) {
    return new ActingGuardian(guardian);
  }

  public static VisibleLearner visible(UUID learner) {
    return new VisibleLearner(learner, false, true);
  }

  /** As a guardian sees its child, by nothing but the link. */
  public static VisibleLearner asGuardian(UUID learner) {
    return new VisibleLearner(learner, false, true, true);
  }

  /** As a learner who may see its XP sees itself. */
  public static VisibleLearner self(UUID learner) {
    return new VisibleLearner(learner, true, true);
  }

  /** As a learner of the grade sees itself. */
  public static VisibleLearner self(UUID learner, String grade) {
    return new VisibleLearner(learner, true, new Self(learner, grade).seesOwnXp());
  }

  /** As a learner of the grade records for itself, or others whose word is trusted. */
  public static ActingLearner acting(UUID learner, Trust trust, String grade) {
    boolean showsXp = trust != Trust.CLIENT || new Self(learner, grade).seesOwnXp();
    return new ActingLearner(learner, trust, showsXp);
  }

  /** A group as one of its learners sees it; {@code null} for whoever is none of them. */
  public static VisibleGroup group(
      Kind kind, @Nullable UUID place, @Nullable String grade, @Nullable UUID self) {
    return new VisibleGroup(
        kind, place, grade, self == null ? null : new VisibleLearner(self, true, true));
  }
}
