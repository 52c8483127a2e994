package org.cairn.gamification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.access.ActingLearner;
import org.cairn.access.Permissions;
import org.cairn.caller.SqlText;
import org.cairn.gamification.LedgerFindings.Finding;
import org.cairn.gamification.LedgerReconciliation.LedgerState;
import org.cairn.shared.Ids;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconciliationStoreIT {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final SqlText PLANT =
      SqlText.of(
          """
          update game_profile set balance = balance + 7
          where tenant_id = :tenant and learner_id = :learner
          """);
  private static final SqlText MEND =
      SqlText.of(
          """
          update game_profile set balance = balance - 7
          where tenant_id = :tenant and learner_id = :learner
          """);

  private String tenant;

  @BeforeEach
  void aDistrict() {
    tenant = TestDatabase.newTenant();
  }

  @Test
  void profilesThatTheLedgerWroteAgreeWithIt() {
    paid(20);
    paid(0);
    List<LedgerState> states = reconciling(r -> r.page(null, 10));
    assertEquals(2, states.size());
    assertTrue(states.stream().allMatch(LedgerState::agrees), states::toString);
  }

  @Test
  void aPlantedDifferenceIsFlaggedAndNotMended() {
    paid(20);
    UUID wrong = paid(20);
    change(PLANT, wrong);
    reconcile(Ids.next());
    List<Finding> findings = findings();
    assertEquals(List.of("BALANCE", "LAST_BALANCE"), findings.stream().map(Finding::code).toList());
    assertEquals(new Finding(wrong, "BALANCE", 27, 20, NOW), findings.get(0));
    reconcile(Ids.next());
    assertEquals(findings, findings());
  }

  @Test
  void whatSomebodyHasMendedIsNoFindingAnyMore() {
    UUID wrong = paid(20);
    change(PLANT, wrong);
    reconcile(Ids.next());
    change(MEND, wrong);
    reconcile(Ids.next());
    assertEquals(List.of(), findings());
  }

  @Test
  void whatWasSpentAndWhatCorrectionsThenWaivedIsNoDifference() {
    UUID learner = paid(20);
    settle(learner, due("p", XpKind.PURCHASE, -15, "e3"));
    settle(learner, due("b", 8, "e4"));
    LedgerState state = reconciling(r -> r.page(null, 10)).get(0);
    assertTrue(state.agrees(), state::toString);
    assertEquals(List.of(0L, 8L, 5L), List.of(state.balance(), state.lifetimeXp(), state.rows()));
  }

  @Test
  void pagesBringEveryProfileOnce() {
    for (int i = 0; i < 5; i++) {
      paid(10);
    }
    List<LedgerState> first = reconciling(r -> r.page(null, 3));
    List<LedgerState> second = reconciling(r -> r.page(first.get(2).learnerId().toString(), 3));
    assertEquals(3, first.size());
    assertEquals(2, second.size());
    assertEquals(5, reconciling(LedgerReconciliation::total));
  }

  private void reconcile(UUID run) {
    reconciling(
        r -> {
          r.flag(run, r.page(null, 100).stream().filter(state -> !state.agrees()).toList());
          r.settle(run);
          return true;
        });
  }

  /** A learner who was paid 5, had it taken back, and was paid the amount. */
  private UUID paid(int amount) {
    UUID learner = TestPeople.learner(tenant);
    settle(learner, due("a", 5, "e1"));
    settle(learner, due("a", 0, "e2"), due("b", amount, "e2"));
    return learner;
  }

  private static XpDue due(String source, int amount, String eventId) {
    return due(source, XpKind.ANSWER, amount, eventId);
  }

  private static XpDue due(String source, XpKind kind, int amount, String eventId) {
    Earning earning =
        new Earning(
            source,
            kind,
            kind.category(),
            kind.reason(),
            amount,
            "04",
            LocalDate.ofInstant(NOW, ZoneOffset.UTC),
            NOW,
            eventId,
            true,
            "shared-1");
    return new XpDue(earning, 0, amount);
  }

  private void settle(UUID learner, XpDue... dues) {
    TestDatabase.inTenant(
        tenant,
        sql -> {
          ActingLearner acting = Permissions.acting(learner);
          List<String> sources = Arrays.stream(dues).map(XpDue::source).toList();
          Owed owed = new LedgerStore(sql).owed(acting, sources, null, null, false);
          Settlement settlement = Settlement.of(owed.account(), List.of(dues), null);
          Changes changes =
              dues[0].earning().kind() == XpKind.PURCHASE
                  ? Changes.ofPurchase(settlement)
                  : Changes.of(List.of(), List.of(dues), owed.dues(), settlement);
          new BookStore(sql).write(acting, changes, null, NOW);
          return Map.of();
        });
  }

  private void change(SqlText text, UUID learner) {
    TestDatabase.inTenant(tenant, sql -> sql.with(text).set("learner", learner).update());
  }

  private List<Finding> findings() {
    return TestDatabase.inTenant(
        tenant, sql -> Wired.of(LedgerFindings.class, sql).page(null, null).items());
  }

  private <T> T reconciling(Function<LedgerReconciliation, T> work) {
    return TestDatabase.inTenant(
        tenant, sql -> work.apply(Wired.of(LedgerReconciliation.class, sql, CLOCK)));
  }
}
