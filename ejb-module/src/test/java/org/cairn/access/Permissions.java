package org.cairn.access;

import java.util.UUID;

/** Permissions for tests of stores, which only the access component can make. */
public final class Permissions {

  private Permissions() {}

  public static ActingLearner acting(UUID learner) {
    return new ActingLearner(learner, Trust.CLIENT);
  }

  public static ActingLearner actingForSystem(UUID learner) {
    return new ActingLearner(learner, Trust.SYSTEM);
  }

  public static VisibleLearner visible(UUID learner) {
    return new VisibleLearner(learner);
  }
}
