package org.cairn.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowRulesTest {

  private static final Map<String, String> USER =
      Map.of("sourcedId", "u1", "enabledUser", "true", "givenName", "Ada", "familyName", "Adler");
  private static final Map<String, String> ROLE =
      Map.of(
          "sourcedId", "r1",
          "userSourcedId", "u1",
          "roleType", "primary",
          "role", "teacher",
          "orgSourcedId", "s");

  @Test
  void takesAUserWithTheLeast() {
    CheckedRow row = check(RosterKind.USERS, USER);
    assertTrue(row.active());
    assertEquals(List.of(), row.errors());
    assertEquals(
        "{\"enabledUser\":true,\"givenName\":\"Ada\",\"familyName\":\"Adler\"}", row.json());
  }

  @Test
  void readsTheStatusOfARow() {
    assertTrue(check(RosterKind.USERS, with(USER, "status", "active")).active());
    assertFalse(check(RosterKind.USERS, with(USER, "status", "tobedeleted")).active());
    assertEquals(List.of("status"), faults(RosterKind.USERS, with(USER, "status", "gone")));
  }

  @Test
  void asksNothingButTheSourcedIdOfARowThatGoes() {
    assertEquals(
        List.of(), faults(RosterKind.USERS, Map.of("sourcedId", "u1", "status", "tobedeleted")));
  }

  @Test
  void needsTheRequiredValues() {
    assertEquals(
        List.of("enabledUser", "givenName", "familyName"),
        faults(RosterKind.USERS, Map.of("sourcedId", "u1", "givenName", "  ")));
    assertEquals(List.of("sourcedId"), faults(RosterKind.USERS, with(USER, "sourcedId", "")));
  }

  @Test
  void refusesARowWithOtherColumnsThanTheHeader() {
    assertTrue(RowRules.check(RosterKind.USERS, new RosterRow("users", 2, true, USER)).refused());
  }

  @Test
  void refusesControlCharactersAndLongTexts() {
    for (String text : List.of("A\0da", "A\nda", "A".repeat(501))) {
      assertEquals(List.of("givenName"), faults(RosterKind.USERS, with(USER, "givenName", text)));
    }
  }

  @Test
  void leavesOutAnAddressThatIsNone() {
    CheckedRow row = check(RosterKind.USERS, with(USER, "email", "Ada at home"));
    assertFalse(row.refused());
    assertEquals("email", row.errors().get(0).field());
    assertFalse(row.json().contains("email"));
  }

  @Test
  void tellsAnEmptyListFromNone() {
    assertFalse(check(RosterKind.USERS, USER).values().containsKey("agentSourcedIds"));
    assertEquals(
        List.of(),
        check(RosterKind.USERS, with(USER, "agentSourcedIds", "")).values().get("agentSourcedIds"));
    assertEquals(
        List.of("a", "b"),
        check(RosterKind.USERS, with(USER, "agentSourcedIds", "b, a,,b"))
            .values()
            .get("agentSourcedIds"));
  }

  @Test
  void writesGradesAsCedsDoes() {
    Map<String, String> codes = Map.of("3", "03", "03", "03", "K", "KG", "kg", "KG", "12", "12");
    codes.forEach(
        (given, code) ->
            assertEquals(
                List.of(code),
                check(RosterKind.USERS, with(USER, "grades", given)).values().get("grades")));
    assertEquals(List.of("grades"), faults(RosterKind.USERS, with(USER, "grades", "third")));
  }

  @Test
  void takesExtensionsWhereOneRosterDoes() {
    assertEquals(List.of(), faults(RosterKind.ROLES, with(ROLE, "role", "ext:clerk")));
    assertEquals(List.of("role"), faults(RosterKind.ROLES, with(ROLE, "role", "clerk")));
    assertEquals(List.of("role"), faults(RosterKind.ROLES, with(ROLE, "role", "ext:")));
    assertEquals(List.of("roleType"), faults(RosterKind.ROLES, with(ROLE, "roleType", "ext:x")));
  }

  @Test
  void readsDatesStrictlyAndInOrder() {
    for (String day : List.of("2027-02-29", "2027-2-1", "01/02/2027", "0027-02-01", "tomorrow")) {
      assertEquals(List.of("beginDate"), faults(RosterKind.ROLES, with(ROLE, "beginDate", day)));
    }
    Map<String, String> backwards =
        with(with(ROLE, "beginDate", "2027-02-01"), "endDate", "2027-01-31");
    assertEquals(List.of("endDate"), faults(RosterKind.ROLES, backwards));
  }

  @Test
  void neverRepeatsAValueInAnError() {
    Map<String, String> secret = new HashMap<>();
    RosterKind.USERS.columns().forEach(column -> secret.put(column.name(), "s3cret\0"));
    secret.put("sourcedId", "u1");
    CheckedRow row = check(RosterKind.USERS, secret);
    assertFalse(row.errors().isEmpty());
    row.errors().forEach(fault -> assertFalse(fault.message().contains("s3cret")));
  }

  private static Map<String, String> with(Map<String, String> row, String column, String text) {
    Map<String, String> changed = new HashMap<>(row);
    changed.put(column, text);
    return changed;
  }

  private static List<String> faults(RosterKind kind, Map<String, String> cells) {
    return check(kind, cells).errors().stream().map(CheckedRow.Fault::field).toList();
  }

  private static CheckedRow check(RosterKind kind, Map<String, String> cells) {
    return RowRules.check(kind, new RosterRow(kind.fileName(), 2, false, cells));
  }
}
