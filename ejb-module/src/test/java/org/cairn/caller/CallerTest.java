package org.cairn.caller;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.ProblemException;
import org.junit.jupiter.api.Test;

class CallerTest {

  @Test
  void aRoleThatTheCallerDoesNotHaveIsRefused() {
    Caller teacher = new Caller("grand-bend", "subject", Set.of(Roles.TEACHER), null, null);
    assertDoesNotThrow(() -> teacher.require(Roles.TEACHER));
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> teacher.require(Roles.OPERATOR));
    assertEquals(CommonProblem.ROLE_MISSING, refusal.problem());
  }
}
