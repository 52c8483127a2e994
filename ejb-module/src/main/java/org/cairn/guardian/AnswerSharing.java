package org.cairn.guardian;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.cairn.access.VisibleLearner;

/** Tells components that keep answers whether the present caller may meet them. */
@Singleton
public class AnswerSharing {

  private final GuardianSettingsStore settings;

  @Inject
  AnswerSharing(GuardianSettingsStore settings) {
    this.settings = settings;
  }

  /** Whether a learner's questions and answers are shown to whoever may see the learner. */
  public boolean areShown(VisibleLearner learner) {
    return AnswerRules.areShown(
        learner.isAsGuardian(), learner.isAsGuardian() && settings.find().answersShown());
  }
}
