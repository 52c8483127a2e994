package org.cairn.gamification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.access.Permissions;
import org.cairn.caller.SqlText;
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
    List<LedgerFindingView> findings = findings();
    assertEquals(
        List.of("BALANCE", "LAST_BALANCE"),
        findings.stream().map(LedgerFindingView::code).toList());
    assertEquals(new LedgerFindingView(wrong, "BALANCE", 27, 20, NOW), findings.get(0));
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
    settle(learner, new XpDue("a", XpCategory.LEARNING, "TEST", 5, true, "e1", NOW));
    settle(
        learner,
        new XpDue("a", XpCategory.LEARNING, "TEST", 0, true, "e2", NOW),
        new XpDue("b", XpCategory.LEARNING, "TEST", amount, true, "e2", NOW));
    return learner;
  }

  private void settle(UUID learner, XpDue... dues) {
    TestDatabase.inTenant(
        tenant,
        sql -> {
          LedgerStore store = new LedgerStore(sql);
          Account account =
              store.account(
                  Permissions.acting(learner), List.of(dues).stream().map(XpDue::source).toList());
          store.write(Permissions.acting(learner), Settlement.of(account, List.of(dues)), "1", NOW);
          return Map.of();
        });
  }

  private void change(SqlText text, UUID learner) {
    TestDatabase.inTenant(tenant, sql -> sql.with(text).set("learner", learner).update());
  }

  private List<LedgerFindingView> findings() {
    return TestDatabase.inTenant(
        tenant, sql -> Wired.of(LedgerFindings.class, sql).page(null, null).items());
  }

  private <T> T reconciling(Function<LedgerReconciliation, T> work) {
    return TestDatabase.inTenant(
        tenant, sql -> work.apply(Wired.of(LedgerReconciliation.class, sql, CLOCK)));
  }
}
