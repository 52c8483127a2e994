package org.cairn.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.cairn.shared.ProblemException;
import org.junit.jupiter.api.Test;

class RosterImportStoreIT {

  private static final String ACTIVE_USERS =
      "select sourced_id from roster_user where tenant_id = :tenant and status = 'active'"
          + " order by 1";
  private static final String LIVE_LINKS = "select count(*) from guards where tenant_id = :tenant";

  @Test
  void importsASmallDistrict() {
    District district = District.small();
    RosterImportView done = district.run();
    assertEquals(ImportState.APPLIED, done.state());
    assertEquals(
        Map.of(
            "orgs", created(2),
            "academicSessions", created(1),
            "courses", created(1),
            "classes", created(1),
            "users", created(4),
            "roles", created(4),
            "enrollments", created(3),
            "guardianships", created(1)),
        done.changes());
    assertEquals(0, done.errorCount());
    assertEquals(16, done.rowsTotal());
    assertEquals(16, done.rowsDone());
    assertEquals(List.of("1"), district.query(LIVE_LINKS));
    assertEquals(
        List.of("2"), district.query("select count(*) from teaches where tenant_id = :tenant"));
  }

  @Test
  void findsNothingToDoInTheSameFile() {
    District district = District.small();
    district.run();
    RosterImportView again = district.run();
    assertEquals(ImportState.APPLIED, again.state());
    again
        .changes()
        .forEach((kind, counts) -> assertEquals(0, counts.touched(), () -> kind + ": " + counts));
    assertEquals(4, again.changes().get("users").unchanged());
    assertEquals("The roster was already as the file says: 0 changes.", again.detail());
  }

  @Test
  void deactivatesWhoIsMissingAndBringsThemBackAsTheyWere() {
    District district = District.small();
    district.threshold = 100;
    district.run();
    List<String> before =
        district.query("select id from roster_user where tenant_id = :tenant order by 1");
    String adasRow = district.files.get("users").get(1);
    district.remove("users", "ada").remove("roles", "r1").remove("enrollments", "e1");
    RosterImportView gone = district.run();
    assertEquals(new ChangeCounts(0, 0, 1, 0, 3), gone.changes().get("users"));
    assertEquals(new ChangeCounts(0, 0, 1, 0, 2), gone.changes().get("enrollments"));
    assertEquals(List.of("ben", "mum", "tom"), district.query(ACTIVE_USERS));

    district
        .add("users", adasRow)
        .add("roles", "r1,,ada,primary,student,,,s")
        .add("enrollments", "e1,,k,s,ada,student,false,,");
    RosterImportView back = district.run();
    assertEquals(new ChangeCounts(0, 0, 0, 1, 3), back.changes().get("users"));
    assertEquals(
        before, district.query("select id from roster_user where tenant_id = :tenant order by 1"));
    assertEquals(List.of("1"), district.query(LIVE_LINKS));
  }

  @Test
  void reportsWrongRowsAndAppliesTheOthers() {
    District district = District.small();
    district
        .add("users", "eve,,perhaps,Eve,Evans,,,,03,,s")
        .add("users", "ada,,true,Ada,Again,,,,03,,s")
        .add("enrollments", "e9,,nowhere,s,ada,student,false,,")
        .add("enrollments", "e8,,k,s,eve,student,false,2027-02-30,")
        .add("enrollments", "e7,,k,s,eve,student,false,,");
    RosterImportView done = district.run();
    assertEquals(ImportState.APPLIED, done.state());
    assertEquals(List.of("ada", "ben", "mum", "tom"), district.query(ACTIVE_USERS));
    assertEquals(
        List.of(
            "enrollments.csv:5 classSourcedId e9",
            "enrollments.csv:6 beginDate e8",
            "enrollments.csv:7 userSourcedId e7",
            "users.csv:6 enabledUser eve",
            "users.csv:7 sourcedId ada"),
        district.errors(done.id()).stream()
            .map(e -> e.file() + ":" + e.line() + " " + e.field() + " " + e.sourcedId())
            .toList());
    assertEquals(5, done.errorCount());
  }

  @Test
  void keepsWhatIsStoredWhereARowIsRefused() {
    District district = District.small();
    district.threshold = 0;
    district.run();
    district.replace("users", "ben", "ben,,true,,Baker,,,,03,,s");
    RosterImportView done = district.run();
    assertEquals(ImportState.APPLIED, done.state());
    assertEquals(1, done.errorCount());
    assertEquals(new ChangeCounts(0, 0, 0, 0, 3), done.changes().get("users"));
    assertEquals(new ChangeCounts(0, 0, 0, 0, 3), done.changes().get("enrollments"));
    assertEquals(List.of("ada", "ben", "mum", "tom"), district.query(ACTIVE_USERS));
  }

  @Test
  void leavesOutAnUnknownGuardianAndKeepsTheChild() {
    District district = District.small();
    district.replace("users", "ben", "ben,,true,Ben,Baker,not an address,,ghost,03,,s");
    RosterImportView done = district.run();
    assertEquals(4, done.changes().get("users").created());
    assertEquals(
        List.of("agentSourcedIds VALUE_LEFT_OUT", "email VALUE_LEFT_OUT"),
        district.errors(done.id()).stream().map(e -> e.field() + " " + e.effect()).toList());
  }

  @Test
  void onlyParentsAndGuardiansBecomeGuardians() {
    District district = District.small();
    district.replace("users", "ben", "ben,,true,Ben,Baker,,,\"ada,tom\",03,,s");
    assertEquals(created(1), district.run().changes().get("guardianships"));
  }

  @Test
  void endsALinkThatTheChildsRowNoLongerStates() {
    District district = District.small();
    district.threshold = 100;
    district.run();
    district.replace("users", "ada", "ada,,true,Ada,Adler,ada@example.com,,,03,,s");
    assertEquals(new ChangeCounts(0, 0, 1, 0, 0), district.run().changes().get("guardianships"));
    assertEquals(List.of("0"), district.query(LIVE_LINKS));
  }

  @Test
  void doesNotBringBackALinkThatAPersonHasEnded() {
    District district = District.small();
    district.run();
    district.query(
        "update guardianship set status = 'ended', ended_at = since, ended_by = 'the school'"
            + " where tenant_id = :tenant returning status");
    assertEquals(ChangeCounts.NONE, district.run().changes().get("guardianships"));
    assertEquals(List.of("0"), district.query(LIVE_LINKS));
  }

  @Test
  void leavesLinksAloneThatTheFileDoesNotSpeakOf() {
    District district = District.small();
    district.run();
    district.put(
        "users",
        "sourcedId,status,enabledUser,givenName,familyName,email,grades,primaryOrgSourcedId",
        "ada,,true,Ada,Adler,ada@example.com,03,s",
        "ben,,true,Ben,Baker,,03,s",
        "mum,,true,Mia,Adler,,,s",
        "tom,,true,Tom,Teacher,,,s");
    assertEquals(ChangeCounts.NONE, district.run().changes().get("guardianships"));
    assertEquals(List.of("1"), district.query(LIVE_LINKS));
  }

  @Test
  void stopsOverTheThresholdWithNothingChanged() {
    District district = District.small();
    district.run();
    district.remove("users", "ben").remove("roles", "r2").remove("enrollments", "e2");
    district.replace("users", "tom", "tom,,true,Thomas,Teacher,,,,,,s");
    RosterImportView stopped = district.run();
    assertEquals(ImportState.STOPPED, stopped.state());
    assertEquals(
        "1 of 4 users (25.0 %), 1 of 3 enrollments (33.3 %) would go inactive;"
            + " the threshold is 10 %. Nothing was changed.",
        stopped.detail());
    assertEquals(List.of("ada", "ben", "mum", "tom"), district.query(ACTIVE_USERS));
    assertEquals(
        List.of("Tom"),
        district.query(
            "select given_name from roster_user where tenant_id = :tenant and sourced_id = 'tom'"));
  }

  @Test
  void foretellsInADryRunWhatItWouldDo() {
    District district = District.small();
    district.dryRun = true;
    RosterImportView foretold = district.run();
    assertEquals(ImportState.CHECKED, foretold.state());
    assertEquals(List.of(), district.query(ACTIVE_USERS));
    district.dryRun = false;
    assertEquals(district.run().changes(), foretold.changes());
  }

  @Test
  void changesParentsTermsAndNames() {
    District district = District.small();
    district.run();
    district
        .add("orgs", "d2,,Another district,district,,")
        .replace("orgs", "s", "s,,Our school,school,,d2")
        .add("academicSessions", "t,,Fall,term,2026-08-24,2026-12-18,y,2027")
        .replace("classes", "k", "k,,Mathematics 3,03,c,,scheduled,s,\"y,t\",Mathematics")
        .replace("users", "ben", "ben,,true,Benjamin,Baker,,,,04,,s");
    RosterImportView done = district.run();
    assertEquals(new ChangeCounts(1, 1, 0, 0, 1), done.changes().get("orgs"));
    assertEquals(new ChangeCounts(1, 0, 0, 0, 1), done.changes().get("academicSessions"));
    assertEquals(new ChangeCounts(0, 1, 0, 0, 0), done.changes().get("classes"));
    assertEquals(new ChangeCounts(0, 1, 0, 0, 3), done.changes().get("users"));
  }

  @Test
  void takesAFileThatRefersToAnEarlierOne() {
    District district = District.small();
    district.run();
    Map<String, List<String>> all = Map.copyOf(district.files);
    district.files.clear();
    district.files.put("enrollments", all.get("enrollments"));
    district.add("enrollments", "e5,,k,s,mum,proctor,false,,");
    RosterImportView done = district.run();
    assertEquals(Map.of("enrollments", new ChangeCounts(1, 0, 0, 0, 3)), done.changes());
    assertEquals(0, done.errorCount());
  }

  @Test
  void takesOneImportAtATime() {
    District district = District.small();
    district.receive(district.zip());
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> district.receive(district.zip()));
    assertEquals(RosterProblem.ROSTER_IMPORT_RUNNING, refusal.problem());
  }

  @Test
  void stagesARowOnceHoweverOftenTheStepBegins() {
    District district = District.small();
    RosterImportView received = district.receive(district.zip());
    district.stage(received.id());
    district.stage(received.id());
    assertEquals(
        List.of("16"), district.query("select count(*) from roster_row where tenant_id = :tenant"));
  }

  @Test
  void keepsNothingThatWasOnlyNeededOnTheWay() {
    District district = District.small();
    district.run();
    for (String table : List.of("roster_row", "roster_import_bytes")) {
      assertEquals(
          List.of("0"),
          district.query("select count(*) from " + table + " where tenant_id = :tenant"));
    }
    assertTrue(
        district.query("select t::text from roster_user t where tenant_id = :tenant").stream()
            .noneMatch(row -> row.contains("secret") || row.contains("555-0100")));
  }

  @Test
  void endsABrokenImportOnceOnly() {
    District district = District.small();
    RosterImportView done = district.run();
    district.work(work -> work.fail(done.id(), "too late"));
    assertEquals(ImportState.APPLIED, district.find(done.id()).state());
    RosterImportView broken = district.receive(district.zip());
    district.work(work -> work.fail(broken.id(), "It broke off."));
    assertEquals(ImportState.FAILED, district.find(broken.id()).state());
    assertFalse(district.find(broken.id()).finishedAt() == null);
  }

  private static ChangeCounts created(long count) {
    return new ChangeCounts(count, 0, 0, 0, 0);
  }
}
