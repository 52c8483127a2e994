package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.system.Client;
import org.cairn.system.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Guardians are mailed by the shipped server over real SMTP, once a week each at most. */
class GuardianDigestIT {

  private static final String RUNS = "/api/v1/admin/jobs/guardian-digest/executions";
  private static final String SETTINGS = "/api/v1/admin/digest-settings";
  private static final String MINE = "/api/v1/guardian/digest";
  private static final String ADDRESS = "gabrielle@homes.example";

  private static PostOffice post;
  private static OwnCairn cairn;

  @BeforeAll
  static void start() throws Exception {
    post = new PostOffice();
    cairn = OwnCairn.prepare("digest");
    cairn.set(JobKill.SETTINGS + post.settings());
    cairn.startPostgres();
    cairn.startServer();
    cairn.api().load();
  }

  @AfterAll
  static void stop() {
    cairn.close();
    post.close();
  }

  @Test
  void aGuardianIsMailedOnceAWeekUnlessItWantsNoMore() throws Exception {
    Client admin = cairn.api().as(Person.DAVID_WILSON);
    Client gabrielle = cairn.api().as(Person.GABRIELLE_JIMENEZ);
    JsonNode before = admin.get(SETTINGS).body();
    assertTrue(before.path("mailServer").asBoolean(), before::toString);
    assertEquals("FRIDAY", before.path("weekday").asText());
    assertEquals(
        200,
        admin.put(SETTINGS, "If-Match", "\"0\"", Map.of("weekday", today(), "hour", 0)).status());
    assertEquals(412, admin.put(SETTINGS, "If-Match", "\"0\"", Map.of()).status());
    linkAndAddress();
    assertTrue(gabrielle.get(MINE).body().path("address").asBoolean());
    earnTwoDaysAgo(Person.TYRONE_DYER);
    earnTwoDaysAgo(Person.DALE_JIMENEZ);

    assertEquals("COMPLETED", run(admin).path("state").asText());
    List<MimeMessage> mails = post.to(ADDRESS);
    assertEquals(1, mails.size());
    assertEquals("Your weekly digest", mails.get(0).getSubject());
    String text = textOf(mails.get(0));
    assertTrue(text.contains("Ty\n- XP earned: 5\n"), text);
    assertTrue(text.contains("Dale\n- Nothing new this week.\n"), "grade 1 has no XP: " + text);
    JsonNode week = admin.get("/api/v1/admin/digests").body().path("items").path(0);
    assertEquals(1, week.path("sent").asInt(), week::toString);

    assertEquals("COMPLETED", run(admin).path("state").asText());
    assertEquals(1, post.to(ADDRESS).size(), "the same week again");

    assertEquals(400, gabrielle.put(MINE, Map.of("wanted", true, "language", "tlh")).status());
    JsonNode spanish = gabrielle.put(MINE, Map.of("wanted", true, "language", "es")).body();
    assertEquals("es", spanish.path("language").asText(), spanish::toString);
    forgetTheWeek();
    run(admin);
    assertEquals("Su resumen semanal", post.to(ADDRESS).get(1).getSubject());
    assertEquals(
        "es", gabrielle.put(MINE, Map.of("wanted", false)).body().path("language").asText());
    forgetTheWeek();
    run(admin);
    assertEquals(2, post.to(ADDRESS).size(), "it wants no more");
    assertNoLogTellsAnAddress();
  }

  @Test
  void aKilledServersJobMailsTheRestAndNobodyTwice() throws Exception {
    JobKill kill = new JobKill(cairn);
    JobKill.Outcome outcome = kill.strike(KilledJob.named("guardian-digest"));
    post.assertNobodyGotTwo("." + outcome.district() + "@");
    String of = " from guardian_digest where tenant_id = '" + outcome.district() + "'";
    long sent = Long.parseLong(kill.texts("select count(*)" + of + " and state = 'sent'").get(0));
    long mails = post.mails("." + outcome.district() + "@");
    assertTrue(mails == sent || mails == sent + 1, mails + " mails, known to be sent: " + sent);
  }

  @Test
  void whileTheMailServerIsAwayTheRunFailsAndTheNextOneSendsAll() throws Exception {
    Client admin = cairn.api().as(Person.VICTOR_STONE);
    sql(
        """
        insert into digest_settings (tenant_id, revision, enabled, weekday, hour, changed_by,
          changed_at)
        values ('lakeside', 1, true, 1, 0, 'test', now() - interval '9 days')
        """,
        """
        update roster_user u set email = 'rosa@homes.example'
        where u.tenant_id = 'lakeside' and exists (select from guardianship g
          where g.tenant_id = u.tenant_id and g.guardian_id = u.id)
        """,
        """
        insert into achievement_unlocked (tenant_id, learner_id, achievement, xp, rule_version,
          event_id, unlocked_at, recorded_at)
        select distinct tenant_id, learner_id, 'first-steps', 0, 'shared-1', 'event',
          date_trunc('week', now()) - interval '3 days', now()
        from guardianship where tenant_id = 'lakeside'
        """);
    post.shut();
    JsonNode failed = run(admin);
    assertEquals("FAILED", failed.path("state").asText(), failed::toString);
    post.open();
    JsonNode run = run(admin);
    assertEquals("COMPLETED", run.path("state").asText(), run::toString);
    assertTrue(run.path("counts").path("written").asInt() > 0, run::toString);
    JsonNode week = admin.get("/api/v1/admin/digests").body().path("items").path(0);
    assertEquals(0, week.path("planned").asInt(), week::toString);
    assertEquals(post.to("rosa@homes.example").size(), week.path("sent").asInt());
  }

  private static String textOf(MimeMessage mail) throws Exception {
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    return parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n");
  }

  private static JsonNode run(Client admin) throws InterruptedException {
    Client.Answer started = admin.post(RUNS, Map.of());
    for (int i = 0; started.status() == 409 && i < 300; i++) {
      Thread.sleep(200);
      started = admin.post(RUNS, Map.of());
    }
    assertEquals(202, started.status(), started::toString);
    String address = RUNS + "/" + started.body().path("id").asText();
    for (int i = 0; i < 600; i++) {
      JsonNode run = admin.get(address).body();
      if (run.hasNonNull("endedAt")) {
        return run;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("The run does not end");
  }

  /** By the district's clock. */
  private static String today() throws Exception {
    List<String> zones =
        new JobKill(cairn)
            .texts(
                "select time_zone from org where tenant_id = 'grand-bend' and type = 'district'"
                    + " and time_zone is not null");
    ZoneId zone = ZoneId.of(zones.isEmpty() ? "UTC" : zones.get(0));
    return LocalDate.now(zone).getDayOfWeek().name();
  }

  /** Gabrielle alone has an address, and a second child. */
  private static void linkAndAddress() throws Exception {
    sql(
        "update roster_user set email = null where tenant_id = 'grand-bend'",
        "update roster_user set email = '"
            + ADDRESS
            + "' where tenant_id = 'grand-bend' and given_name = 'Gabrielle'"
            + " and family_name = 'Jimenez'",
        "insert into guardianship (tenant_id, guardian_id, learner_id, source, status, since)"
            + " select tenant_id, id, '"
            + cairn.api().learnerId(Person.TYRONE_DYER)
            + "', 'pairing', 'live', now() from roster_user where email = '"
            + ADDRESS
            + "' on conflict do nothing");
  }

  private static void earnTwoDaysAgo(Person learner) {
    String time = Instant.now().minus(2, ChronoUnit.DAYS).toString();
    Client.Answer told =
        cairn
            .api()
            .asSystemOf("grand-bend")
            .post(
                "/api/v1/learning/events:batch",
                Map.of(
                    "events",
                    List.of(
                        Map.of(
                            "learnerId",
                            cairn.api().learnerId(learner),
                            "eventId",
                            "digest-" + learner,
                            "name",
                            "page.read",
                            "occurredAt",
                            time))));
    assertEquals(200, told.status(), told::toString);
  }

  /** As if no digest had been planned; what was sent was sent. */
  private static void forgetTheWeek() throws Exception {
    sql("delete from digest_week where tenant_id = 'grand-bend'");
  }

  private static void assertNoLogTellsAnAddress() throws Exception {
    try (Stream<String> lines = Files.lines(cairn.home().log("server"))) {
      assertFalse(lines.anyMatch(line -> line.contains("homes.example")));
    }
  }

  private static void sql(String... commands) throws Exception {
    try (Connection database = cairn.superuser();
        Statement statement = database.createStatement()) {
      statement.execute("set search_path to cairn");
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }
}
