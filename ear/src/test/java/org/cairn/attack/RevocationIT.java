package org.cairn.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cairn.system.Client;
import org.junit.jupiter.api.Test;

/**
 * What the roster takes away is gone with the next request, whatever the token still says. What the
 * issuer takes away is gone with the next token.
 */
class RevocationIT {

  private final AttackedCairn cairn = AttackedCairn.shipped();
  private final World world = World.of(cairn);

  @Test
  void aLearnerWhoLeavesIsRefusedAtOnceAndSeenByNobody() {
    Client learner = cairn.as(People.LEARNER);
    assertEquals(200, learner.get("/api/v1/learners/me/profile").status());
    whileThe(
        "roster_user",
        "status = 'inactive'",
        "status = 'active'",
        "sourced_id = 'north-learner'",
        () -> {
          Client.Answer own = learner.get("/api/v1/learners/me/profile");
          assertEquals("PERSON_UNKNOWN", own.code(), own::toString);
          assertEquals(403, own.status());
          assertEquals(404, profileBy("guardian"));
          assertEquals(404, profileBy("teacher"));
          assertEquals(404, profileBy("district-admin"));
        });
    assertEquals(200, learner.get("/api/v1/learners/me/profile").status());
  }

  @Test
  void aLoginThatTheRosterDisablesSeesNobody() {
    assertEquals(200, profileBy("teacher"));
    whileThe(
        "roster_user",
        "enabled = false",
        "enabled = true",
        "sourced_id = 'north-teacher'",
        () -> {
          assertEquals(404, profileBy("teacher"));
          Client.Answer list =
              cairn.as(People.rightful("teacher")).get("/api/v1/learners?limit=500");
          assertEquals(0, list.body().path("items").size(), list::toString);
        });
    assertEquals(200, profileBy("teacher"));
  }

  @Test
  void aGuardiansLinkEndsAtOnce() {
    assertEquals(200, profileBy("guardian"));
    whileThe(
        "guardianship",
        "status = 'ended'",
        "status = 'live'",
        "guardian_id = (select id from roster_user where sourced_id = 'north-guardian')",
        () -> assertEquals(404, profileBy("guardian")));
    assertEquals(200, profileBy("guardian"));
  }

  @Test
  void aTeacherLosesTheStudentsOfAClassThatIsOver() {
    assertEquals(200, profileBy("teacher"));
    whileThe(
        "enrollment",
        "end_date = current_date - 2",
        "end_date = null",
        "sourced_id = 'north-e3'",
        () -> assertEquals(404, profileBy("teacher")));
    assertEquals(200, profileBy("teacher"));
  }

  private int profileBy(String role) {
    String path = "/api/v1/learners/" + world.value("learner") + "/profile";
    return cairn.as(People.rightful(role)).get(path).status();
  }

  private static void whileThe(
      String table, String change, String back, String which, Runnable check) {
    set(table, change, which);
    try {
      check.run();
    } finally {
      set(table, back, which);
    }
  }

  private static void set(String table, String change, String which) {
    String where = " where tenant_id = 'north' and " + which;
    assertTrue(Rows.texts("select 'found' from " + table + where).size() == 1, which);
    Rows.execute(List.of("update " + table + " set " + change + where));
  }
}
