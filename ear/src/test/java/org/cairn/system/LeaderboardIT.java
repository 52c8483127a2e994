package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Boards over HTTP, with real people. */
class LeaderboardIT extends SystemTest {

  private static final String BOARDS = "/api/v1/leaderboards";
  private static final String SETTINGS = "/api/v1/admin/leaderboard-settings";
  private static final String OPT_OUT = "/api/v1/learners/me/leaderboard-opt-out";

  @BeforeAll
  static void othersEarnSomething() {
    List<Map<String, Object>> events = new ArrayList<>();
    for (String learner : Learners.allOf("grand-bend").subList(0, 60)) {
      events.add(Learners.event(learner, "boards-1", "page.read", "2026-02-03T18:00:00Z"));
    }
    assertEquals(200, Learners.report(events).status());
  }

  @Test
  void whatIsEarnedIsInTheNextReadOfTheOneWhoEarnedIt() {
    Client tyrone = server().as(Person.TYRONE_DYER);
    earn(Person.TYRONE_DYER, "2026-02-04");
    JsonNode before = board(tyrone, "").path("me");
    earn(Person.TYRONE_DYER, "2026-02-05");
    JsonNode board = board(tyrone, "?limit=3&around=2");
    JsonNode me = board.path("me");
    assertEquals(before.path("xp").asLong() + 5, me.path("xp").asLong());
    assertEquals(
        tyrone.get("/api/v1/learners/me/profile").body().path("lifetimeXp"), me.path("xp"));
    assertTrue(me.path("rank").asLong() <= before.path("rank").asLong());
    assertTrue(me.path("isCurrentUser").asBoolean());
    assertTrue(board.path("players").size() <= 3);
    assertTrue(board.path("totalPlayers").asLong() >= 20, board::toString);
    assertEquals(1, board.path("players").path(0).path("rank").asInt());
  }

  @Test
  void aBoardTellsNobodysNameOrId() {
    String text = server().as(Person.TYRONE_DYER).get(BOARDS + "?limit=100").text();
    assertFalse(text.contains("Tyrone"));
    assertFalse(text.contains(server().learnerId(Person.TYRONE_DYER)));
    Set<String> fields = new TreeSet<>();
    board(server().as(Person.TYRONE_DYER), "")
        .path("players")
        .path(0)
        .fieldNames()
        .forEachRemaining(fields::add);
    fields.removeAll(Set.of("career", "companion"));
    assertEquals(
        Set.of(
            "rank",
            "displayName",
            "score",
            "xp",
            "level",
            "tier",
            "streakDays",
            "isCurrentUser",
            "trend",
            "change"),
        fields);
  }

  @Test
  void aLearnerInGradeOneSeesNoBoardAndIsOnNone() {
    earn(Person.DALE_JIMENEZ, "2026-02-04");
    assertEquals("LEADERBOARD_NOT_FOR_GRADE", server().as(Person.DALE_JIMENEZ).get(BOARDS).code());
    Client.Answer ofGrade = server().as(Person.DAVID_WILSON).get(BOARDS + "?grade=01");
    assertEquals("LEADERBOARD_TOO_SMALL", ofGrade.code(), ofGrade::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "metric=points,metric",
    "period=year,period",
    "metric=streak&period=week,period",
    "grade=4,grade",
    "limit=0,limit",
    "limit=101,limit",
    "around=26,around",
    "career=%00,career",
    "school=x&class=y,class"
  })
  void whatIsWrongInAQueryIsNamed(String query, String field) {
    Client.Answer answer = server().as(Person.TYRONE_DYER).get(BOARDS + "?" + query);
    assertEquals(400, answer.status(), answer::toString);
    assertEquals(field, answer.body().path("errors").path(0).path("field").asText());
  }

  @Test
  void aForeignGroupIsAnsweredLikeOneThatIsNone() {
    Client tyrone = server().as(Person.TYRONE_DYER);
    String foreign = schoolOf(Person.LISA_WOODS);
    for (String group :
        List.of(
            "school=" + foreign,
            "school=" + Learners.newId(),
            "school=x",
            "class=" + Learners.newId(),
            "grade=05")) {
      Client.Answer answer = tyrone.get(BOARDS + "?" + group);
      assertEquals(404, answer.status(), answer::toString);
      assertEquals("GROUP_NOT_FOUND", answer.code());
    }
    assertEquals(200, tyrone.get(BOARDS + "?school=" + schoolOf(Person.TYRONE_DYER)).status());
    assertEquals(200, server().as(Person.DAVID_WILSON).get(BOARDS + "?school=" + foreign).status());
  }

  @Test
  void staffSeeTheirOwnSchoolsOnly() {
    String own = schoolOf(Person.TYRONE_DYER);
    String foreign = schoolOf(Person.LISA_WOODS);
    for (Person person : List.of(Person.EARNEST_BUCK, Person.CHADWICK_GARNER)) {
      Client.Answer answer = server().as(person).get(BOARDS + "?school=" + own);
      assertEquals(200, answer.status(), answer::toString);
      assertTrue(answer.body().path("me").isMissingNode());
      assertEquals("GROUP_NOT_FOUND", server().as(person).get(BOARDS).code());
      assertEquals(
          "GROUP_NOT_FOUND", server().as(person).get(BOARDS + "?school=" + foreign).code());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Person.class,
      names = {"GABRIELLE_JIMENEZ", "KURT_MCCARTHY", "TAMIKA_MCPHERSON", "BARRY_TANNER"})
  void othersSeeNone(Person person) {
    assertEquals(403, server().as(person).get(BOARDS).status());
  }

  @Test
  void nothingIsSentAgainWhileNothingHasChanged() {
    Client tyrone = server().as(Person.TYRONE_DYER);
    String tag = tyrone.get(BOARDS).headers().firstValue("ETag").orElseThrow();
    assertEquals(304, since(tyrone, tag).status());
    earn(Person.TYRONE_DYER, "2026-02-06");
    assertEquals(200, since(tyrone, tag).status());
  }

  @Test
  void optingOutRemovesAtOnceAndWhatOthersDecidedTheLearnerCannotTakeBack() {
    Client lisa = server().as(Person.LISA_WOODS);
    earn(Person.LISA_WOODS, "2026-02-04");
    assertTrue(board(lisa, "").hasNonNull("me"));
    assertTrue(lisa.send(OPT_OUT, LeaderboardIT::put).body().path("byLearner").asBoolean());
    assertFalse(board(lisa, "").hasNonNull("me"));
    Client david = server().as(Person.DAVID_WILSON);
    assertFalse(david.send(adminPath(), LeaderboardIT::put).body().path("byLearner").asBoolean());
    Client.Answer held = lisa.delete(OPT_OUT);
    assertEquals("LEADERBOARD_OPT_OUT_HELD", held.code());
    assertEquals(204, david.delete(adminPath()).status());
    assertTrue(board(lisa, "").hasNonNull("me"));
    assertFalse(lisa.get(OPT_OUT).body().path("optedOut").asBoolean());
    assertEquals(204, lisa.delete(OPT_OUT).status(), "again changes nothing");
  }

  @Test
  void aGuardianDecidesForItsChildAndForNobodyElse() {
    Client gabrielle = server().as(Person.GABRIELLE_JIMENEZ);
    String dale =
        "/api/v1/learners/" + server().learnerId(Person.DALE_JIMENEZ) + "/leaderboard-opt-out";
    assertEquals(200, gabrielle.send(dale, LeaderboardIT::put).status());
    assertEquals(204, gabrielle.delete(dale).status());
    assertEquals(404, gabrielle.send(adminPath(), LeaderboardIT::put).status());
    assertEquals(403, server().as(Person.EARNEST_BUCK).send(dale, LeaderboardIT::put).status());
  }

  @Test
  void theDistrictSaysFromHowManyOnAndWhere() {
    Client david = server().as(Person.DAVID_WILSON);
    Client tyrone = server().as(Person.TYRONE_DYER);
    String tag = david.get(SETTINGS).headers().firstValue("ETag").orElseThrow();
    Client.Answer changed = david.put(SETTINGS, "If-Match", tag, Map.of("minimumGroup", 1000));
    assertEquals(200, changed.status(), changed::toString);
    assertEquals("LEADERBOARD_TOO_SMALL", tyrone.get(BOARDS).code());
    assertEquals(
        "LEADERBOARD_SETTINGS_STALE",
        david.put(SETTINGS, "If-Match", tag, Map.of("minimumGroup", 5)).code());
    tag = changed.headers().firstValue("ETag").orElseThrow();
    Map<String, Object> off = Map.of("schoolsOff", List.of(schoolOf(Person.TYRONE_DYER)));
    changed = david.put(SETTINGS, "If-Match", tag, off);
    assertEquals("LEADERBOARD_OFF", tyrone.get(BOARDS).code());
    Map<String, Object> unknown = new HashMap<>();
    unknown.put("classesOff", List.of(Learners.newId()));
    unknown.put("minimumGroup", 5);
    tag = changed.headers().firstValue("ETag").orElseThrow();
    Client.Answer refused = david.put(SETTINGS, "If-Match", tag, unknown);
    assertEquals("LEADERBOARD_SETTINGS_INVALID", refused.code());
    assertEquals("/classesOff/0", refused.body().path("errors").path(0).path("field").asText());
    assertEquals(200, david.put(SETTINGS, "If-Match", tag, Map.of()).status());
    assertEquals(200, tyrone.get(BOARDS).status());
    assertEquals(403, tyrone.get(SETTINGS).status());
  }

  @Test
  void theNightlyJobRemembersHowEveryoneStands() throws Exception {
    earn(Person.TYRONE_DYER, "2026-02-09");
    Client david = server().as(Person.DAVID_WILSON);
    String job = "/api/v1/admin/jobs/leaderboard-upkeep/executions";
    Client.Answer started = david.post(job, "Idempotency-Key", Learners.newId(), Map.of());
    assertEquals(202, started.status(), started::toString);
    String run = job + "/" + started.body().path("id").asText();
    for (int i = 0; i < 300 && !david.get(run).body().hasNonNull("endedAt"); i++) {
      Thread.sleep(100);
    }
    assertEquals("COMPLETED", david.get(run).body().path("state").asText());
    assertEquals(
        0,
        TestSql.numberAs(
            "grand-bend",
            "select count(*) from leaderboard_entry e where listed and not exists ("
                + "select from leaderboard_standing s where s.learner_id = e.learner_id"
                + " and s.xp = e.xp)"));
    JsonNode me = board(server().as(Person.TYRONE_DYER), "").path("me");
    assertEquals("stable", me.path("trend").asText(), me::toString);
  }

  private static Client.Answer since(Client client, String tag) {
    return client.send(
        BOARDS,
        request -> request.header("If-None-Match", tag).method("GET", BodyPublishers.noBody()));
  }

  private static String adminPath() {
    return "/api/v1/learners/" + server().learnerId(Person.LISA_WOODS) + "/leaderboard-opt-out";
  }

  private static HttpRequest.Builder put(HttpRequest.Builder request) {
    return request.method("PUT", BodyPublishers.noBody());
  }

  /** The daily login: five XP as written. */
  private static void earn(Person person, String day) {
    Map<String, Object> event =
        Learners.event(
            server().learnerId(person), "boards-" + day, "page.read", day + "T18:00:00Z");
    assertEquals(200, Learners.report(List.of(event)).status());
  }

  private static JsonNode board(Client client, String query) {
    Client.Answer answer = client.get(BOARDS + query);
    assertEquals(200, answer.status(), answer::toString);
    return answer.body();
  }

  private static String schoolOf(Person person) {
    String query = "select school_id from cairn.learner_place where learner_id = '%s'";
    try (Connection admin = server().superuser();
        Statement statement = admin.createStatement();
        ResultSet row = statement.executeQuery(query.formatted(server().learnerId(person)))) {
      row.next();
      return row.getString(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
