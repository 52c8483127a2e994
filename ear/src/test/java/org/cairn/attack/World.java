package org.cairn.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.system.Client;

/** Two districts with people in them, and the rows of the one that strangers will ask for. */
final class World {

  static final String NORTH = "north";
  static final String SOUTH = "south";

  private static final String IMPORTS = "/api/v1/admin/roster/imports";
  private static final Pattern NAME = Pattern.compile("\\$([a-zA-Z]+)");

  private static World world;

  private final AttackedCairn cairn;
  private final Map<String, Supplier<String>> values = new HashMap<>();

  private World(AttackedCairn cairn) {
    this.cairn = cairn;
  }

  /** The one world of all attacks. */
  static synchronized World of(AttackedCairn cairn) {
    if (world == null) {
      World made = new World(cairn);
      made.fill();
      world = made;
    }
    return world;
  }

  /**
   * A real row's id, or whatever else a request needs, by the name that declarations use. What a
   * request uses up is made anew each time it is asked for.
   */
  String value(String name) {
    Supplier<String> value = values.get(name);
    assertTrue(
        value != null,
        () -> "World has no value '" + name + "': put one there, or name a parameter's own value");
    return value.get();
  }

  /** The text with each {@code $name} replaced by the value. */
  String resolve(String text) {
    Matcher matcher = NAME.matcher(text);
    return matcher.replaceAll(name -> Matcher.quoteReplacement(value(name.group(1))));
  }

  private void fill() {
    for (String tenant : List.of(NORTH, SOUTH)) {
      String name = "District of " + tenant;
      Client.Answer registered =
          cairn.as(People.OPERATOR).put("/api/v1/admin/tenants/" + tenant, Map.of("name", name));
      assertEquals(200, registered.status(), registered::toString);
      load(tenant, tenant.equals(NORTH) ? SOUTH : NORTH);
    }
    values.put("new", () -> UUID.randomUUID().toString());
    put("import", importOf(NORTH));
    put("run", id("select id from job_run where job = 'roster-import' "));
    put("tenant", NORTH);
    put("trackKey", "first-steps");
    put("learner", id("select id from roster_user where sourced_id = 'north-learner' "));
    put("orgId", id("select id from org where sourced_id = 'north-school' "));
    put("classId", id("select id from class where sourced_id = 'north-class' "));
    values.put("assignment", () -> assignment("7e1f0000-0000-7000-8000-000000000001", "DISTRICT"));
    values.put(
        "classAssignment", () -> assignment("7e1f0000-0000-7000-8000-000000000002", "CLASS"));
    value("assignment");
    value("classAssignment");
    endALink();
    for (Person learner : List.of(People.LEARNER, People.SIBLING, People.of(SOUTH, "learner"))) {
      record(learner);
    }
    ok(cairn.as(People.of(NORTH, "admin")).post("/api/v1/admin/audit:verify", Map.of()));
    ok(cairn.as(People.OPERATOR).post("/api/v1/admin/audit:verify", Map.of()));
    learn(cairn.as(People.LEARNER));
    link(cairn.as(People.of(NORTH, "guardian")));
    write(cairn.as(People.of(NORTH, "author")));
    rank(cairn.as(People.of(NORTH, "admin")));
    keepRulesAndAFinding();
    guard();
    support();
    replay();
    backUp(cairn.as(People.of(NORTH, "admin")));
  }

  /** A backup of profiles; where the night's is on its way, that one. */
  private void backUp(Client admin) {
    admin.post("/api/v1/admin/jobs/profile-backup/executions", Map.of());
    for (int i = 0; i < 600; i++) {
      String id = admin.get("/api/v1/admin/backups").body().at("/items/0/id").asText();
      if (!id.isEmpty()) {
        put("backup", id);
        return;
      }
      pause();
    }
    throw new IllegalStateException("No profiles are backed up");
  }

  /** A guardian's link of old, a restriction of it, and a code that was used. */
  private void guard() {
    Rows.execute(
        List.of(
            """
            insert into guardian_restriction (tenant_id, id, guardian_id, learner_id, from_day,
              starts_at, reason, made_by, made_at)
            select g.tenant_id, '7e1f0000-0000-7000-8000-000000000005', g.guardian_id, g.learner_id,
              '2026-01-01', '2026-01-01', 'reason of north', 'admin of north', '2026-01-01'
            from guardianship g
            join roster_user u on u.tenant_id = g.tenant_id and u.id = g.guardian_id
            where g.tenant_id = 'north' and u.sourced_id = 'north-ended'
            """,
            """
            insert into pairing_code (tenant_id, code_hash, learner_id, issued_by, issued_at,
              expires_at, used_at, used_by)
            select g.tenant_id, encode(sha256(convert_to('north/ABCDEFGH', 'UTF8')), 'hex'),
              g.learner_id, 'issuer of north', '2026-01-01', '2098-01-01', '2026-01-02',
              g.guardian_id
            from guardianship g
            join roster_user u on u.tenant_id = g.tenant_id and u.id = g.guardian_id
            where g.tenant_id = 'north' and u.sourced_id = 'north-ended'
            """));
    put("restriction", "7e1f0000-0000-7000-8000-000000000005");
    put("guardian", id("select id from roster_user where sourced_id = 'north-ended' "));
  }

  /** A skill to work on, and an override that waits for the school. */
  private void support() {
    Rows.execute(
        List.of(
            """
            insert into remediation_item (tenant_id, learner_id, id, skill_id, subject, grade,
              priority, status, source, created_at, changed_at)
            select tenant_id, id, '7e1f0000-0000-7000-8000-000000000003', 'skill-of-north', 'Math',
              '04', 1, 'pending', 'teacher', now(), now()
            from roster_user where tenant_id = 'north' and sourced_id = 'north-learner'
            """,
            """
            insert into grade_override (tenant_id, learner_id, id, from_grade, to_grade,
              school_year, reason, status, skills_mastered, skills_of_grade, incomplete_skills,
              requested_by, requested_at)
            select tenant_id, id, '7e1f0000-0000-7000-8000-000000000004', '04', '05', 2027,
              'A reason of north', 'requested', 0, 1, '{skill-of-north}', 'guardian of north', now()
            from roster_user where tenant_id = 'north' and sourced_id = 'north-learner'
            """));
    put("remediation", "7e1f0000-0000-7000-8000-000000000003");
    put("override", "7e1f0000-0000-7000-8000-000000000004");
  }

  /** One that a call may take back: it is there again when it is asked for again. */
  private static String assignment(String id, String level) {
    Rows.execute(
        List.of(
            """
            insert into onboarding_assignment
              (tenant_id, id, level, track_key, class_id, due_at, assigned_at)
            select tenant_id, '%s', '%s', 'first-steps', id, '2098-01-01', '2026-01-01'
            from class where sourced_id = 'north-class' on conflict do nothing
            """
                .formatted(id, level)));
    return id;
  }

  /** What a person's call cannot make, or not twice. */
  private static void keepRulesAndAFinding() {
    Rows.execute(
        List.of(
            """
            insert into rule_set (tenant_id, version, spec, spec_hash, created_at, created_by)
            select 'north', 1, spec, 'hash of north', created_at, 'rules of north'
            from rule_set where tenant_id = 'shared' and version = 1
            """,
            """
            insert into onboarding_track (tenant_id, track_key, version, spec, spec_hash, active,
              aligned_at, changed_by)
            values ('north', 'north-track', 1, '{"key": "north-track", "name": "Of north",
              "steps": [{"key": "ask", "title": "Ask",
                "completion": {"eventName": "friend.asked"}}]}',
              'hash of north', true, now(), 'tracks of north')
            """,
            """
            insert into ledger_finding
              (tenant_id, learner_id, code, profile, ledger, found_at, seen_in)
            select tenant_id, id, 'BALANCE', 7, 5, now(), gen_random_uuid() from roster_user
            where tenant_id = 'north' and sourced_id = 'north-learner'
            """,
            // A real difference: the job, which strangers may start where nothing is checked, would
            // call a finding gone that it does not see again.
            """
            update game_profile p set balance = balance + 7 from roster_user u
            where u.tenant_id = 'north' and u.sourced_id = 'north-sibling'
              and p.tenant_id = 'north' and p.learner_id = u.id
            """,
            """
            insert into progress_finding
              (tenant_id, learner_id, code, differences, found_at, seen_in)
            select tenant_id, id, 'CONTENT', 7, now(), gen_random_uuid() from roster_user
            where tenant_id = 'north' and sourced_id = 'north-learner'
            """,
            """
            insert into progress_device (tenant_id, learner_id, client_id, synced_at, clock_skew)
            select tenant_id, id, 'tablet of the north', now(), 0 from roster_user
            where tenant_id = 'north' and sourced_id = 'north-learner'
            """));
  }

  /** A replay that is over, so that asking for it once more writes nothing. */
  private void replay() {
    String id = "7e1f0000-0000-7000-8000-000000000003";
    Rows.execute(
        List.of(
            """
            insert into rule_replay (tenant_id, id, rule_version, state, before, requested_by,
              requested_at)
            values ('north', '%s', 'shared-1', 'APPLIED', now(), 'replays of north', now())
            """
                .formatted(id),
            """
            insert into rule_replay_difference (tenant_id, replay_id, learner_id, cut,
              lifetime_before, lifetime_after, balance_before, balance_after, waived, changed_rows,
              changes, applied_at)
            select tenant_id, '%s', id, 1, 5, 9, 5, 9, 0, 1, '{}', now() from roster_user
            where tenant_id = 'north' and sourced_id = 'north-learner'
            """
                .formatted(id)));
    put("replay", id);
  }

  /** A journey with a lesson in it. */
  private void learn(Client learner) {
    String journey = value("new");
    String journeys = "/api/v1/learning/journeys";
    ok(
        learner.post(
            journeys, Map.of("journeyId", journey, "career", "astronaut", "companion", "spark")));
    Map<String, String> lesson =
        Map.of("container", "LEARN", "subject", "Math", "skillId", "math-multiply-divide");
    Client.Answer begun = ok(learner.post(journeys + "/" + journey + "/sessions", lesson));
    put("journeyId", journey);
    put("sessionId", begun.body().path("sessionId").asText());
    put("questionId", begun.body().path("questions").path(0).path("questionId").asText());
    put(
        "transaction",
        id("select id from xp_transaction where learner_id = '" + value("learner") + "' "));
  }

  /** A guardian's link to the journey's lesson plan. */
  private void link(Client guardian) {
    String plan =
        "/api/v1/learners/%s/journeys/%s/lesson-plan/links"
            .formatted(value("learner"), value("journeyId"));
    String url = ok(guardian.post(plan, "")).body().path("url").asText();
    put("link", url.substring(url.lastIndexOf('/') + 1));
  }

  /** Boards for the few who are there, and a school without any, which the settings name. */
  private void rank(Client admin) {
    String settings = "/api/v1/admin/leaderboard-settings";
    String off = id("select id from org where sourced_id = 'north-other' ");
    Map<String, Object> body = Map.of("minimumGroup", 2, "schoolsOff", List.of(off));
    ok(admin.put(settings, "If-Match", "\"0\"", body));
  }

  /** Content that is not published yet. */
  private void write(Client author) {
    Map<String, String> career = Map.of("id", "north-career", "title", "Career of north");
    ok(author.post("/api/v1/content/careers", career));
    put("draft", "north-career");
    String path = "story-" + UUID.randomUUID();
    put("objectPath", path);
    put("objectVersion", object(author, path));
    String once = "once-" + UUID.randomUUID();
    values.put(
        "objectOnce",
        () -> {
          object(cairn.as(People.of(NORTH, "author")), once);
          return once;
        });
    value("objectOnce");
  }

  private static String object(Client author, String path) {
    Client.Answer stored =
        author.put("/api/v1/content/objects/master-narratives/" + path, Map.of("for", "north"));
    return ok(stored).body().path("version").asText();
  }

  private static Client.Answer ok(Client.Answer answer) {
    assertEquals(2, answer.status() / 100, answer::toString);
    return answer;
  }

  private void put(String name, String value) {
    values.put(name, () -> value);
  }

  /** Links end by an import that no longer names them; one row is quicker to end by hand. */
  private static void endALink() {
    Rows.execute(
        List.of(
            """
            update guardianship g set status = 'ended', ended_at = now() from roster_user u
            where u.tenant_id = g.tenant_id and u.id = g.guardian_id
              and u.sourced_id in ('north-ended', 'south-ended')
            """));
    assertEquals(
        List.of("2"), Rows.texts("select count(*) from guardianship where status = 'ended'"));
  }

  private void record(Person learner) {
    for (String event : List.of("cairn.opened", "companion.chosen", "goal.set", "page.read")) {
      String id = learner.tenant() + "-" + event + "-" + UUID.randomUUID();
      Client.Answer answer =
          cairn.as(learner).post("/api/v1/learning/events", Map.of("eventId", id, "name", event));
      assertEquals(200, answer.status(), answer::toString);
    }
  }

  private void load(String tenant, String neighbor) {
    Client admin = cairn.as(People.of(tenant, "admin"));
    Client.Answer received = admin.post(IMPORTS, "application/zip", Roster.of(tenant, neighbor));
    assertEquals(202, received.status(), received::toString);
  }

  private String importOf(String tenant) {
    settle();
    assertEquals(List.of("APPLIED"), Rows.texts("select distinct state from roster_import"));
    return id("select id from roster_import where tenant_id = '" + tenant + "'");
  }

  /** Waits until no import is on its way: a second one of a district would be refused. */
  void settle() {
    for (int i = 0; i < 600; i++) {
      if (Rows.texts("select id from roster_import where finished_at is null").isEmpty()) {
        return;
      }
      pause();
    }
    throw new IllegalStateException("An import does not end");
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }

  private static String id(String query) {
    return Rows.texts(query + (query.contains("tenant_id") ? "" : "and tenant_id = 'north'"))
        .get(0);
  }
}
