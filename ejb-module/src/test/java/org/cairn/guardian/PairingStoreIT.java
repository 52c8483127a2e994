package org.cairn.guardian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.AccessProblem;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.shared.Ids;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.Test;

class PairingStoreIT {

  private final String tenant = TestDatabase.newTenant();
  private final UUID learner = TestPeople.learner(tenant);
  private final UUID other = TestPeople.learner(tenant);

  @Test
  void aLearnerGetsCodesForItselfAndForNobodyElse() {
    assertEquals(8, issue(Access.ME, Roles.LEARNER).code().length());
    assertEquals(8, issue(learner.toString(), Roles.LEARNER).code().length());
    assertEquals(AccessProblem.LEARNER_NOT_FOUND, refusal(other.toString(), Roles.LEARNER));
  }

  @Test
  void whoRunsTheDistrictAndLearnsInItGetsThemForOthersToo() {
    String[] both = {Roles.LEARNER, Roles.DISTRICT_ADMIN};
    assertEquals(8, issue(Access.ME, both).code().length());
    assertEquals(8, issue(other.toString(), both).code().length());
    assertEquals(AccessProblem.LEARNER_NOT_FOUND, refusal(Ids.next().toString(), both));
  }

  private Object refusal(String whose, String... roles) {
    return assertThrows(ProblemException.class, () -> issue(whose, roles)).problem();
  }

  private PairingCodeView issue(String whose, String... roles) {
    Caller caller = new Caller(tenant, "sub", Set.of(roles), learner.toString(), null);
    return TestDatabase.as(
        caller, sql -> Wired.of(Pairing.class, sql, Clock.systemUTC()).issue(whose));
  }
}
