package org.cairn.gamification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.cairn.access.Trust;
import org.cairn.caller.SqlText;
import org.cairn.gamification.LedgerReconciliation.LedgerState;
import org.cairn.gamification.Rejudging.Difference;
import org.cairn.gamification.Rejudging.Terms;
import org.cairn.shared.Ids;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other rules judge the past, on the real database. */
class RejudgingStoreIT {

  private static final LocalDate FIRST = LocalDate.parse("2026-03-02");
  private static final Instant NOON = TestGame.time("2026-03-20T12:00:00Z");
  private static final Earning TAKEN =
      new Earning(
          "correction/e",
          XpKind.CORRECTION,
          XpCategory.BONUS,
          "DISTRICT_CORRECTION",
          -30,
          "04",
          FIRST,
          TestGame.time("2026-03-02T08:00:00Z"),
          "e",
          true,
          "shared-1");

  /** Sources whose rows do not add up to what is owed for them. */
  private static final SqlText UNSETTLED =
      SqlText.of(
          """
          select count(*) from xp_earning e
          where e.tenant_id = :tenant and e.amount <> (
            select coalesce(sum(x.amount - x.waived), 0) from xp_transaction x
            where x.tenant_id = :tenant and x.learner_id = e.learner_id and x.source = e.source)
          """);

  private static final SqlText MISPLACED =
      SqlText.of(
          """
          select count(*) from leaderboard_entry e
          join game_profile p on p.tenant_id = :tenant and p.learner_id = e.learner_id
          where e.tenant_id = :tenant and (e.xp, e.term_xp) is distinct from (p.lifetime_xp,
            (select coalesce(sum(o.amount), 0) from xp_earning o where o.tenant_id = :tenant
              and o.learner_id = e.learner_id))
          """);

  private TestGame game;

  @BeforeAll
  static void rules() {
    TestGame.align();
  }

  @BeforeEach
  void aLearner() {
    game = TestGame.ofSchool("America/Chicago");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsAppliedIsWhatWasFoundWhateverCameInSince(long seed) {
    Random random = new Random(seed);
    live(game, random, "a", 30);
    Terms terms = terms(game.draft(1, other(random)), NOON);
    List<Difference> found = game.judged(terms);
    ProfileView tried = game.profile();
    live(game, random, "b", 20);
    ProfileView before = game.profile();
    game.apply(terms, found);
    Difference only = found.get(0);
    assertNotEquals(0, only.changes().size());
    assertEquals(tried.lifetimeXp(), only.lifetimeBefore());
    assertEquals(
        only.lifetimeAfter() - only.lifetimeBefore(),
        lifetime() - before.lifetimeXp(),
        only::toString);
    assertSound();
    live(game, random, "c", 20);
    assertSound();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void theBooksAreThoseOfOneWhoAlwaysLivedByTheRules(long seed) {
    Consumer<ObjectNode> other = other(new Random(seed));
    live(game, new Random(seed), "a", 40);
    Terms terms = terms(game.draft(1, other), NOON);
    game.apply(terms, game.judged(terms));
    live(game, new Random(seed + 100), "late", 10);
    TestGame twin = TestGame.ofSchool("America/Chicago");
    twin.ownRules(other, Instant.EPOCH);
    live(twin, new Random(seed), "a", 40);
    live(twin, new Random(seed + 100), "late", 10);
    assertEquals(twin.sums(), game.sums());
    assertEquals(twin.profile().lifetimeXp(), game.profile().lifetimeXp());
    assertEquals(twin.profile().streak(), game.profile().streak());
    assertSound();
    assertEquals(List.of(), changed(game.judged(terms)));
  }

  @Test
  void theRulesOfThenChangeNothing() {
    live(game, new Random(7), "a", 30);
    assertEquals(List.of(), game.judged(terms("shared-1", NOON)));
  }

  @Test
  void whatTookEffectLaterKeepsItsVersion() {
    answer("before", "2026-03-02T08:00:00-06:00");
    answer("after", "2026-03-03T08:00:00-06:00");
    Terms terms =
        terms(
            game.draft(1, RejudgingStoreIT::doubling), TestGame.time("2026-03-03T00:00:00-06:00"));
    List<Difference> found = game.judged(terms);
    assertEquals(Map.of("question/2026/before", 17), found.get(0).changes());
    game.apply(terms, found);
    assertEquals(2 * 5 + 33 + 16, game.profile().lifetimeXp());
  }

  @Test
  void whatCannotBeTakenBackIsWaivedAndRestoredFirst() {
    answer("q", "2026-03-02T08:00:00-06:00");
    answer("r", "2026-03-03T08:00:00-06:00");
    Account account = new Account(42, 42, 4, Map.of());
    game.write(Settlement.of(account, List.of(new XpDue(TAKEN, 0, -30)), null));
    String nothing = game.draft(1, spec -> correct(spec, 0));
    Terms terms = terms(nothing, NOON);
    List<Difference> found = game.judged(terms);
    assertEquals(12, found.get(0).lifetimeBefore());
    assertEquals(-20, found.get(0).lifetimeAfter());
    assertEquals(0, found.get(0).balanceAfter());
    assertEquals(20, found.get(0).waived());
    game.apply(terms, found);
    assertEquals(0, game.profile().balance());
    Terms back = terms("shared-1", NOON);
    List<Difference> again = game.judged(back);
    assertEquals(-20, again.get(0).waived());
    game.apply(back, again);
    assertEquals(12, game.profile().balance());
    assertEquals(12, game.profile().lifetimeXp());
  }

  @Test
  void everyRowSaysWhy() {
    answer("q", "2026-03-02T08:00:00-06:00");
    Terms terms = terms(game.draft(1, RejudgingStoreIT::doubling), NOON);
    game.apply(terms, game.judged(terms));
    XpTransactionView row = game.rows().get(2);
    assertEquals("CORRECTION", row.type());
    assertEquals("RULES_REPLAYED", row.reason());
    assertEquals("rule-replay/" + terms.replay(), row.eventId());
    assertEquals("district-1", row.ruleVersion());
    WhyView why = game.why(row);
    assertTrue(why.condition().endsWith(row.eventId()), why::condition);
    WhyView.Rule rule = why.rule();
    assertEquals("floor(20 × 1.5 × (1 + 0.1 + 0)) = 33", rule == null ? "" : rule.arithmetic());
    assertEquals(16, why.paidBefore());
    assertEquals(33, why.owed());
  }

  @Test
  void aDryRunReadsALearnerAtOnceHoweverLongItsHistoryIs() {
    answer("q", "2026-03-02T08:00:00-06:00");
    Terms terms = terms(game.draft(1, RejudgingStoreIT::doubling), NOON);
    game.judged(terms);
    long few = statementsOf(terms);
    live(game, new Random(1), "a", 40);
    assertEquals(few, statementsOf(terms));
  }

  private long statementsOf(Terms terms) {
    long before = game.statements();
    game.judged(terms);
    return game.statements() - before;
  }

  private void assertSound() {
    List<LedgerState> states = game.inTenant(sql -> new ReconciliationStore(sql).page(null, 10));
    assertTrue(states.stream().allMatch(LedgerState::agrees), states::toString);
    for (SqlText fault : List.of(UNSETTLED, MISPLACED)) {
      assertEquals(
          0L, game.inTenant(sql -> sql.with(fault).first(row -> row.getLong(1))).orElseThrow());
    }
  }

  private long lifetime() {
    Long lifetime = game.profile().lifetimeXp();
    return lifetime == null ? 0 : lifetime;
  }

  private void answer(String question, String time) {
    game.event("e" + question, time, Trust.SERVER);
    game.answer(question, 1, "e" + question, time);
  }

  private static List<Difference> changed(List<Difference> found) {
    return found.stream().filter(difference -> !difference.changes().isEmpty()).toList();
  }

  private static Terms terms(String version, Instant before) {
    return new Terms(Ids.next(), version, before);
  }

  private static void doubling(ObjectNode spec) {
    correct(spec, 20);
  }

  private static void correct(ObjectNode spec, int first) {
    ((ObjectNode) spec.get("xp")).putArray("correct").add(first);
  }

  /** Rules that differ in everything that can matter, now and then with a cap. */
  private static Consumer<ObjectNode> other(Random random) {
    int first = 5 + random.nextInt(30);
    int login = random.nextInt(12);
    int freezes = random.nextInt(4);
    boolean caps = random.nextBoolean();
    return spec -> {
      ObjectNode xp = (ObjectNode) spec.get("xp");
      xp.putArray("correct").add(first).add(3);
      xp.put("dailyLogin", login);
      if (caps) {
        xp.put("dailyCap", 40);
      }
      ((ObjectNode) spec.get("multipliers")).put("streak", 0.5).put("streakOver", 2);
      ((ObjectNode) spec.at("/streak/freezes")).put("initial", freezes).put("monthly", 0);
    };
  }

  private static void live(TestGame game, Random random, String name, int steps) {
    for (int i = 0; i < steps; i++) {
      String time = FIRST.plusDays(random.nextInt(17)) + "T1" + random.nextInt(10) + ":00:00-05:00";
      String event = name + i;
      game.event(event, time, Trust.SERVER);
      if (random.nextInt(3) > 0) {
        game.answer("q" + random.nextInt(12), 1 + random.nextInt(4), event, time);
      }
    }
  }
}
