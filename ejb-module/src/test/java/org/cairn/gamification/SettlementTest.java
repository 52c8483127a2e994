package org.cairn.gamification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cairn.gamification.Account.Paid;
import org.cairn.gamification.Settlement.Cause;
import org.cairn.gamification.Settlement.Row;
import org.junit.jupiter.api.Test;

class SettlementTest {

  private static final Account NEW = new Account(0, 0, 0, Map.of());

  @Test
  void paysWhatIsOwedOnce() {
    Settlement first = settle(NEW, due("a", 20));
    assertEquals(List.of(20), amounts(first));
    assertEquals("EARNED", first.rows().get(0).type());
    assertEquals(20, first.lifetimeXp());

    Account paid = new Account(20, 20, 1, Map.of("a", new Paid(20, 0, 1)));
    assertEquals(List.of(), amounts(settle(paid, due("a", 20))));
  }

  @Test
  void correctsByTheDifferenceAndSaysSo() {
    Account paid = new Account(20, 20, 1, Map.of("a", new Paid(20, 0, 1)));
    Row row = settle(paid, due("a", 5)).rows().get(0);
    assertEquals(-15, row.amount());
    assertEquals(1, row.revision());
    assertEquals(2, row.number());
    assertEquals("CORRECTION", row.type());
  }

  @Test
  void neverTakesTheBalanceBelowZeroAndShowsWhatWasWaived() {
    Account spent = new Account(20, 5, 2, Map.of("a", new Paid(20, 0, 1)));
    Settlement cut = settle(spent, due("a", 0));
    assertEquals(List.of(-5), amounts(cut));
    assertEquals(15, cut.rows().get(0).waived());
    assertEquals(0, cut.balance());
    assertEquals(0, cut.lifetimeXp());
  }

  @Test
  void whatWasWaivedIsRestoredAndNotPaidAgain() {
    Account waived = new Account(0, 0, 3, Map.of("a", new Paid(0, 15, 2)));
    Row row = settle(waived, due("a", 20)).rows().get(0);
    assertEquals(5, row.amount());
    assertEquals(-15, row.waived());
  }

  @Test
  void gainsComeBeforeLossesSoThatNothingIsWaivedInPassing() {
    Account paid = new Account(20, 20, 2, Map.of("a", new Paid(20, 0, 1), "b", Paid.NOTHING));
    Settlement moved = settle(paid, due("a", 0), due("b", 30));
    assertEquals(List.of(30, -20), amounts(moved));
    assertTrue(moved.rows().stream().allMatch(row -> row.waived() == 0));
  }

  @Test
  void namesTheEventThatChangedWhatOthersDecided() {
    Account paid = new Account(16, 16, 1, Map.of("a", new Paid(16, 0, 1)));
    Settlement repaired =
        Settlement.of(
            paid,
            List.of(due("a", 19), due("b", 5)),
            new Cause("late", "STREAK_CHANGED", Set.of("b")));
    assertEquals(
        List.of("a late STREAK_CHANGED", "b event ANSWER_CORRECT"),
        repaired.rows().stream()
            .map(row -> row.due().source() + " " + row.eventId() + " " + row.reason())
            .toList());
  }

  @Property(tries = 10_000)
  void whateverIsOwedOverTimeTheLedgerAddsUpToTheProfile(
      @ForAll @Size(max = 30) List<@IntRange(max = 100) Integer> amounts,
      @ForAll @Size(max = 30) List<@IntRange(max = 100) Integer> purchases) {
    Map<String, Paid> paid = new HashMap<>();
    Account account = new Account(0, 0, 0, paid);
    long sum = 0;
    long waived = 0;
    long spent = 0;
    for (int i = 0; i < amounts.size(); i++) {
      String source = "s" + i % 3;
      int price = i < purchases.size() ? (int) Math.min(purchases.get(i), account.balance()) : 0;
      Settlement bought = settle(account, purchase("p" + i, price));
      for (Row row : bought.rows()) {
        spent -= row.amount();
        sum += row.amount();
        assertEquals(sum, row.balanceAfter());
        assertEquals("SPENT", row.type());
        assertEquals(0, row.waived());
      }
      assertEquals(account.lifetimeXp(), bought.lifetimeXp());
      Settlement done =
          settle(
              new Account(bought.lifetimeXp(), bought.balance(), i, paid),
              due(source, amounts.get(i)));
      assertEquals(bought.lifetimeXp(), done.lifetimeBefore());
      for (Row row : done.rows()) {
        sum += row.amount();
        waived += row.waived();
        assertEquals(sum, row.balanceAfter());
        Paid before = paid.getOrDefault(source, Paid.NOTHING);
        paid.put(
            source,
            new Paid(
                before.amount() + row.amount() - row.waived(),
                before.waived() + row.waived(),
                before.rows() + 1));
      }
      account = new Account(done.lifetimeXp(), done.balance(), i, paid);
      assertEquals((int) amounts.get(i), paid.getOrDefault(source, Paid.NOTHING).amount());
      assertTrue(account.balance() >= 0);
      assertTrue(waived >= 0);
    }
    assertEquals(sum, account.balance());
    assertEquals(sum + spent - waived, account.lifetimeXp());
    assertEquals(paid.values().stream().mapToInt(Paid::amount).sum(), account.lifetimeXp());
    assertTrue(spent > 0 || waived == 0);
  }

  private static Settlement settle(Account account, XpDue... dues) {
    return Settlement.of(account, List.of(dues), null);
  }

  private static List<Integer> amounts(Settlement settlement) {
    return settlement.rows().stream().map(Row::amount).toList();
  }

  private static XpDue due(String source, int amount) {
    return due(source, XpKind.ANSWER, amount);
  }

  private static XpDue purchase(String source, int price) {
    return due(source, XpKind.PURCHASE, -price);
  }

  private static XpDue due(String source, XpKind kind, int amount) {
    Earning earning =
        new Earning(
            source,
            kind,
            kind.category(),
            kind.reason(),
            1,
            "04",
            LocalDate.parse("2026-03-02"),
            Instant.parse("2026-03-02T08:00:00Z"),
            "event",
            true,
            "shared-1");
    return new XpDue(earning, 0, amount);
  }
}
