package org.cairn.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.access.Permissions;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.digest.Delivery.End;
import org.cairn.digest.Letter.Mail;
import org.cairn.gamification.TestLevels;
import org.cairn.jobs.RecordSkipped;
import org.cairn.shared.Ids;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is mailed what and how often, on the real database. */
class DigestStoreIT {

  private static final String HOST = "cairn.mail.host";

  /** A Saturday, the day after the digests were due; the district's clock is UTC. */
  private static final Instant NOW = Instant.parse("2026-03-07T09:00:00Z");

  private static final Instant MIDWEEK = Instant.parse("2026-03-04T15:00:00Z");

  private static final SqlText LINK =
      SqlText.of(
          """
          insert into guardianship (tenant_id, guardian_id, learner_id, source, status, since)
          values (:tenant, :guardian, :learner, 'roster', 'live', :now)
          """);
  private static final SqlText PERSON =
      SqlText.of(
          """
          update roster_user set email = :email, grade = :grade, given_name = :name
          where tenant_id = :tenant and id = :id
          """);
  private static final SqlText EARN =
      SqlText.of(
          """
          insert into xp_earning (tenant_id, learner_id, source, kind, category, reason, basis, day,
            occurred_at, event_id, verified, rule_version, amount)
          values (:tenant, :learner, :source, 'ANSWER', 'LEARNING', 'A reason', 1, :day::date, :at,
            'event', true, 'shared-1', :amount)
          """);
  private static final SqlText UNLOCK =
      SqlText.of(
          """
          insert into achievement_unlocked (tenant_id, learner_id, achievement, xp, rule_version,
            event_id, unlocked_at, recorded_at)
          values (:tenant, :learner, 'first-steps', 25, 'shared-1', 'event', :at, :at)
          """);
  private static final SqlText RESTRICT =
      SqlText.of(
          """
          insert into guardian_restriction (tenant_id, id, guardian_id, learner_id, from_day,
            starts_at, reason, made_by, made_at)
          values (:tenant, :id, :guardian, :learner, '2026-01-01', '2026-01-01', 'Order', 'x', :now)
          """);
  private static final SqlText END =
      SqlText.of(
          """
          update guardianship set status = 'ended'
          where tenant_id = :tenant and guardian_id = :guardian
          """);

  private final String tenant = TestDatabase.newTenant();
  private Instant now = NOW;

  @BeforeAll
  static void aMailServer() {
    System.setProperty(HOST, "localhost");
    TestLevels.align();
  }

  @AfterAll
  static void noMailServer() {
    System.clearProperty(HOST);
  }

  @Test
  void aGuardianIsToldHowMuchItsChildrenDidInThatWeekAndNothingElse() {
    UUID guardian = guardian("parent@home.example");
    UUID dale = child(guardian, "Dale", "04");
    UUID kim = child(guardian, "Kim", "01");
    earn(dale, "a", MIDWEEK, 15);
    earn(dale, "b", Instant.parse("2026-02-27T16:00:00Z"), 30);
    earn(dale, "too early", Instant.parse("2026-02-27T15:59:59Z"), 1000);
    earn(dale, "too late", Instant.parse("2026-03-06T16:00:00Z"), 1000);
    earn(kim, "c", MIDWEEK, 70);
    unlock(dale, MIDWEEK);
    plan();
    Letter letter = claim(null).orElseThrow();
    Mail mail = letter.mail();
    assertNotNull(mail);
    assertEquals("parent@home.example", mail.to());
    assertEquals("2026-03-02." + guardian + "." + tenant, mail.key());
    assertTrue(mail.text().contains("Dale\n- XP earned: 45\n- Achievements: "), mail.text());
    assertTrue(mail.text().contains("Kim\n- Nothing new this week."), "no XP up to grade 2");
    assertFalse(mail.subject().contains("Dale"));
  }

  @Test
  void whatIsClaimedIsNotClaimedAgainWhateverBecomesOfIt() {
    for (int i = 0; i < 3; i++) {
      UUID guardian = guardian("p" + i + "@home.example");
      earn(child(guardian, "Child", "04"), "a", MIDWEEK, 5);
    }
    plan();
    assertEquals(3, work(DigestWork::total));
    Letter first = claim(null).orElseThrow();
    settle(first, new Delivery(End.SENT, null));
    Letter second = claim(first).orElseThrow();
    List<RecordSkipped> lost = work(DigestWork::giveUp);
    assertEquals(
        List.of(second.guardianId() + " MAIL_UNCLEAR"),
        lost.stream().map(each -> each.key() + " " + each.reason()).toList());
    Letter third = claim(null).orElseThrow();
    settle(third, new Delivery(End.SENT, null));
    assertEquals(Optional.empty(), claim(null));
    plan();
    assertEquals(0, work(DigestWork::total), "the same week is planned once");
    settle(second, new Delivery(End.SENT, null));
    DigestWeekView week = weeks().get(0);
    assertEquals(2, week.sent(), week::toString);
    assertEquals(1, week.unclear(), "who was believed dead settles nothing");
  }

  @Test
  void whatWasPutOffIsTriedByTheNextRunAndWhatWasRefusedIsNot() {
    UUID later = guardian("later@home.example");
    UUID never = guardian("never@home.example");
    earn(child(later, "A", "04"), "a", MIDWEEK, 5);
    earn(child(never, "B", "04"), "a", MIDWEEK, 5);
    plan();
    Letter one = claim(null).orElseThrow();
    Letter two = claim(one).orElseThrow();
    assertEquals(
        Optional.empty(),
        settle(one, new Delivery(End.PUT_OFF, "451")),
        "what is put off must not keep the run from those behind");
    assertEquals(
        "MAIL_REFUSED_550", settle(two, new Delivery(End.REFUSED, "550")).orElseThrow().reason());
    assertEquals(Optional.empty(), claim(two), "not again in the same run");
    assertEquals(one.guardianId(), claim(null).orElseThrow().guardianId());
    assertEquals(Optional.empty(), claim(null));
  }

  @Test
  void aWeekThatIsOverIsMissedAndTheNextOneIsPlannedAnew() {
    earn(child(guardian("p@home.example"), "A", "04"), "a", MIDWEEK, 5);
    plan();
    now = Instant.parse("2026-03-09T00:00:00Z");
    assertEquals(Optional.empty(), claim(null));
    now = Instant.parse("2026-03-13T16:00:00Z");
    plan();
    Letter letter = claim(null).orElseThrow();
    assertEquals(LocalDate.parse("2026-03-09"), letter.week());
    assertNull(letter.mail(), "there is nothing to tell of that week");
    settle(letter, Delivery.NOTHING);
    List<DigestWeekView> weeks = weeks();
    assertEquals(List.of(1L, 0L), weeks.stream().map(DigestWeekView::nothing).toList());
    assertEquals(List.of(0L, 1L), weeks.stream().map(DigestWeekView::missed).toList());
  }

  @Test
  void whoHasNoAddressIsCountedAndWhoWantsNoneIsLeftOut() {
    earn(child(guardian(null), "A", "04"), "a", MIDWEEK, 5);
    UUID unwilling = guardian("no@home.example");
    earn(child(unwilling, "B", "04"), "a", MIDWEEK, 5);
    wish(unwilling, false, "en");
    plan();
    assertEquals(Optional.empty(), claim(null));
    assertEquals(1, weeks().get(0).noAddress());
  }

  @Test
  void whatHoldsWhenALetterIsWrittenDecidesNotWhatHeldWhenItWasPlanned() {
    UUID ended = guardian("ended@home.example");
    UUID held = guardian("held@home.example");
    UUID unwilling = guardian("no@home.example");
    UUID spanish = guardian("es@home.example");
    UUID dale = child(ended, "Dale", "04");
    for (UUID guardian : List.of(held, unwilling, spanish)) {
      link(guardian, dale);
    }
    earn(dale, "a", MIDWEEK, 5);
    plan();
    in(sql -> sql.with(END).set("guardian", ended).update());
    in(
        sql ->
            sql.with(RESTRICT)
                .set("id", Ids.next())
                .set("guardian", held)
                .set("learner", dale)
                .set("now", NOW)
                .update());
    wish(unwilling, false, "en");
    wish(spanish, true, "es");
    List<Letter> letters = new ArrayList<>();
    for (Optional<Letter> next = claim(null);
        next.isPresent();
        next = claim(letters.get(letters.size() - 1))) {
      letters.add(next.get());
    }
    assertEquals(4, letters.size());
    for (Letter letter : letters) {
      assertEquals(letter.guardianId().equals(spanish), letter.mail() != null);
    }
    Mail mail = letters.stream().map(Letter::mail).filter(m -> m != null).findFirst().orElseThrow();
    assertEquals("es", mail.language());
  }

  @Test
  void nothingIsPlannedBeforeItsHourOrWhereItIsTurnedOff() {
    earn(child(guardian("p@home.example"), "A", "04"), "a", MIDWEEK, 5);
    now = Instant.parse("2026-03-06T15:59:59Z");
    plan();
    assertEquals(List.of(), weeks());
    now = NOW;
    TestDatabase.inTenant(
        tenant,
        sql ->
            wired(DigestSettingsStore.class, sql)
                .save(
                    new DigestSettingsView(0, false, DayOfWeek.FRIDAY, 16, true, "an admin"), NOW));
    plan();
    assertEquals(List.of(), weeks());
  }

  private UUID guardian(String email) {
    UUID id = TestPeople.learner(tenant);
    person(id, "A guardian", email, null);
    return id;
  }

  private UUID child(UUID guardian, String name, String grade) {
    UUID id = TestPeople.learner(tenant);
    person(id, name, null, grade);
    link(guardian, id);
    return id;
  }

  private void person(UUID id, String name, String email, String grade) {
    in(
        sql ->
            sql.with(PERSON)
                .set("id", id)
                .set("name", name)
                .set("email", email)
                .set("grade", grade)
                .update());
  }

  private void link(UUID guardian, UUID learner) {
    in(
        sql ->
            sql.with(LINK)
                .set("guardian", guardian)
                .set("learner", learner)
                .set("now", NOW)
                .update());
  }

  private void earn(UUID learner, String source, Instant at, int amount) {
    in(
        sql ->
            sql.with(EARN)
                .set("learner", learner)
                .set("source", source)
                .set("day", at.toString().substring(0, 10))
                .set("at", at)
                .set("amount", amount)
                .update());
  }

  private void unlock(UUID learner, Instant at) {
    in(sql -> sql.with(UNLOCK).set("learner", learner).set("at", at).update());
  }

  private void wish(UUID guardian, boolean wanted, String language) {
    in(
        sql -> {
          new PreferenceStore(sql).put(Permissions.guardian(guardian), wanted, language, NOW);
          return null;
        });
  }

  private void plan() {
    work(
        work -> {
          work.plan();
          return null;
        });
  }

  private Optional<Letter> claim(Letter after) {
    return work(work -> work.claim(after));
  }

  private Optional<RecordSkipped> settle(Letter letter, Delivery delivery) {
    return work(work -> work.settle(letter, delivery));
  }

  private List<DigestWeekView> weeks() {
    return TestDatabase.inTenant(tenant, sql -> wired(DigestWeekStore.class, sql).before(null, 10));
  }

  private <T> T work(Function<DigestWork, T> call) {
    return TestDatabase.inTenant(tenant, sql -> call.apply(wired(DigestWork.class, sql)));
  }

  private <T> T wired(Class<T> type, TenantSql sql) {
    return Wired.of(type, sql, Clock.fixed(now, ZoneOffset.UTC));
  }

  private <T> void in(Function<TenantSql, T> work) {
    TestDatabase.inTenant(tenant, work);
  }
}
