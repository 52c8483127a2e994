package org.cairn.guardian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.cairn.access.Permissions;
import org.cairn.access.VisibleLearner;
import org.cairn.shared.Ids;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.Test;

class GuardianSettingsStoreIT {

  private static final Instant NOW = Instant.parse("2026-03-08T12:00:00Z");

  private final String tenant = TestDatabase.newTenant();
  private final UUID learner = Ids.next();

  @Test
  void guardiansMeetAnswersOnceTheDistrictSaysSoAndNoLongerThanThat() {
    assertFalse(areShown(Permissions.asGuardian(learner)));
    assertTrue(areShown(Permissions.visible(learner)));
    assertTrue(areShown(Permissions.self(learner)));
    assertTrue(save(new GuardianSettingsView(0, true, "admin")));
    assertTrue(areShown(Permissions.asGuardian(learner)));
    assertTrue(save(new GuardianSettingsView(1, false, "admin")));
    assertFalse(areShown(Permissions.asGuardian(learner)));
  }

  @Test
  void ofTwoWhoHaveReadTheSameOneChangesThem() {
    assertTrue(save(new GuardianSettingsView(0, true, "first")));
    assertFalse(save(new GuardianSettingsView(0, false, "second")));
    assertEquals(
        new GuardianSettingsView(1, true, "first"),
        TestDatabase.inTenant(tenant, sql -> Wired.of(GuardianSettingsStore.class, sql).find()));
  }

  private boolean save(GuardianSettingsView settings) {
    return TestDatabase.inTenant(
        tenant, sql -> Wired.of(GuardianSettingsStore.class, sql).save(settings, NOW));
  }

  private boolean areShown(VisibleLearner seen) {
    return TestDatabase.inTenant(tenant, sql -> Wired.of(AnswerSharing.class, sql).areShown(seen));
  }
}
