package org.cairn.gamification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.access.Permissions;
import org.cairn.caller.SqlText;
import org.cairn.events.Consequence;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerStoreIT {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private String tenant;
  private UUID learner;

  @BeforeEach
  void aLearner() {
    tenant = TestDatabase.newTenant();
    learner = TestPeople.learner(tenant);
  }

  @Test
  void theProfileIsTheSumOfTheLedger() {
    settle(due("a", 20, "e1"), due("b", 30, "e2"));
    settle(due("a", 20, "e1"), due("c", 5, "e3"));
    settle(due("b", 10, "e4"));
    ProfileView profile =
        inTenant(store -> store.profile(Permissions.visible(learner))).orElseThrow();
    List<XpTransactionView> ledger = ledger();
    assertEquals(35, profile.lifetimeXp());
    assertEquals(35, ledger.stream().mapToInt(XpTransactionView::amount).sum());
    assertEquals(
        List.of(35L, 55L, 50L, 20L), ledger.stream().map(XpTransactionView::balanceAfter).toList());
    assertEquals("CORRECTION", ledger.get(0).type());
  }

  @Test
  void aThousandRedeliveriesMakeOneAward() {
    for (int i = 0; i < 1000; i++) {
      settle(due("a", 20, "e1"));
    }
    assertEquals(List.of(20), ledger().stream().map(XpTransactionView::amount).toList());
  }

  @Test
  void theDatabaseItselfRefusesASecondPayment() {
    Settlement payment =
        Settlement.of(new Account(0, 0, 0, java.util.Map.of()), List.of(due("a", 20, "e1")));
    write(payment);
    assertThrows(RuntimeException.class, () -> write(payment));
  }

  @Test
  void tellsAgainWhatAnEventHasEarned() {
    settle(due("a", 20, "e1"), due("b", 30, "e2"));
    List<Consequence> told =
        inTenant(store -> store.causedBy(Permissions.acting(learner), List.of("e2")));
    assertEquals(List.of(new Consequence("e2", "XP_EARNED", "b", 30)), told);
  }

  @Test
  void nobodyChangesTheLedger() {
    settle(due("a", 20, "e1"));
    assertThrows(
        RuntimeException.class,
        () ->
            TestDatabase.inTenant(
                tenant,
                sql ->
                    sql.with(
                            SqlText.of(
                                "update xp_transaction set amount = 9 where tenant_id = :tenant"))
                        .update()));
  }

  private void settle(XpDue... dues) {
    List<XpDue> all = List.of(dues);
    Settlement settlement =
        inTenant(
            store ->
                Settlement.of(
                    store.account(
                        Permissions.acting(learner), all.stream().map(XpDue::source).toList()),
                    all));
    if (!settlement.rows().isEmpty()) {
      write(settlement);
    }
  }

  private void write(Settlement settlement) {
    inTenant(
        store -> {
          store.write(Permissions.acting(learner), settlement, "1", NOW);
          return null;
        });
  }

  private List<XpTransactionView> ledger() {
    return inTenant(store -> store.before(Permissions.visible(learner), Long.MAX_VALUE, 100));
  }

  private <T> T inTenant(Function<LedgerStore, T> work) {
    return TestDatabase.inTenant(tenant, sql -> work.apply(new LedgerStore(sql)));
  }

  private static XpDue due(String source, int amount, String event) {
    return new XpDue(source, XpCategory.LEARNING, "TEST", amount, true, event, NOW);
  }
}
