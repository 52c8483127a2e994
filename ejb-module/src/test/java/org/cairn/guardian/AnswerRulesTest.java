package org.cairn.guardian;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AnswerRulesTest {

  @Test
  void aGuardianMeetsAnswersOnlyWhereTheDistrictAllowsIt() {
    assertFalse(AnswerRules.areShown(true, false));
    assertTrue(AnswerRules.areShown(true, true));
  }

  @Test
  void learnersAndStaffMeetThemWhateverTheDistrictSaysOfGuardians() {
    assertTrue(AnswerRules.areShown(false, false));
    assertTrue(AnswerRules.areShown(false, true));
  }

  @Test
  void aDistrictThatHasSaidNothingShowsThemToNoGuardian() {
    assertFalse(GuardianSettingsView.DEFAULT.answersShown());
  }
}
