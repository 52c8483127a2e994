package org.cairn.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.cairn.access.GroupRule.Tie;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.junit.jupiter.api.Test;

class GroupRuleTest {

  private static final Tie BELONGS = new Tie(true, true, false, false, "04");
  private static final Tie TEACHES = new Tie(true, false, true, false, null);
  private static final Tie ADMINISTERS = new Tie(true, false, false, true, null);
  private static final Tie EXISTS = new Tie(true, false, false, false, null);

  @Test
  void aLearnerSeesWhatItBelongsTo() {
    assertTrue(GroupRule.maySee(caller(Roles.LEARNER), BELONGS, null));
    assertFalse(GroupRule.maySee(caller(Roles.LEARNER), EXISTS, null));
  }

  @Test
  void aLearnerSeesItsOwnGradeOnly() {
    assertTrue(GroupRule.maySee(caller(Roles.LEARNER), BELONGS, "04"));
    assertFalse(GroupRule.maySee(caller(Roles.LEARNER), BELONGS, "05"));
  }

  @Test
  void eachOfAClassIsSeenByItsStaffOnly() {
    assertTrue(GroupRule.maySeeEach(caller(Roles.TEACHER), EXISTS, true));
    assertFalse(GroupRule.maySeeEach(caller(Roles.TEACHER), TEACHES, false));
    assertTrue(GroupRule.maySeeEach(caller(Roles.SCHOOL_ADMIN), ADMINISTERS, false));
    assertTrue(GroupRule.maySeeEach(caller(Roles.DISTRICT_ADMIN), EXISTS, false));
    assertFalse(GroupRule.maySeeEach(caller(Roles.DISTRICT_ADMIN), Tie.NONE, false));
    assertFalse(GroupRule.maySeeEach(caller(Roles.LEARNER), BELONGS, true));
    assertFalse(GroupRule.maySeeEach(caller(Roles.GUARDIAN), BELONGS, true));
  }

  @Test
  void staffSeeWhatTheyTeachOrAdminister() {
    assertTrue(GroupRule.maySee(caller(Roles.TEACHER), TEACHES, "05"));
    assertTrue(GroupRule.maySee(caller(Roles.SCHOOL_ADMIN), ADMINISTERS, null));
    assertTrue(GroupRule.maySee(caller(Roles.DISTRICT_ADMIN), EXISTS, null));
  }

  @Test
  void aTieOfOneRoleOpensNothingToAnother() {
    for (Tie tie : List.of(BELONGS, TEACHES, ADMINISTERS)) {
      assertFalse(GroupRule.maySee(caller(Roles.GUARDIAN), tie, null));
      assertFalse(GroupRule.maySee(caller(Roles.SYSTEM), tie, null));
    }
    assertFalse(GroupRule.maySee(caller(Roles.TEACHER), ADMINISTERS, null));
    assertFalse(GroupRule.maySee(caller(Roles.SCHOOL_ADMIN), TEACHES, null));
    assertFalse(GroupRule.maySee(caller(Roles.TEACHER), BELONGS, null));
  }

  @Test
  void nobodySeesWhatDoesNotExist() {
    assertFalse(GroupRule.maySee(caller(Roles.DISTRICT_ADMIN), Tie.NONE, null));
  }

  private static Caller caller(String role) {
    return new Caller("north", "someone", Set.of(role), null, null);
  }
}
