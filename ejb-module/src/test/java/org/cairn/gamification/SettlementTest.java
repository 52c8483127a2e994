package org.cairn.gamification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cairn.gamification.Account.Paid;
import org.cairn.gamification.Settlement.Row;
import org.junit.jupiter.api.Test;

class SettlementTest {

  @Test
  void paysWhatIsOwedOnce() {
    Settlement first = Settlement.of(new Account(0, 0, 0, Map.of()), List.of(due("a", 20)));
    assertEquals(List.of(20), amounts(first));
    assertEquals("EARNED", first.rows().get(0).type());
    assertEquals(20, first.lifetimeXp());

    Account paid = new Account(20, 20, 1, Map.of("a", new Paid(20, 1)));
    assertEquals(List.of(), amounts(Settlement.of(paid, List.of(due("a", 20)))));
  }

  @Test
  void correctsByTheDifferenceAndSaysSo() {
    Account paid = new Account(20, 20, 1, Map.of("a", new Paid(20, 1)));
    Row row = Settlement.of(paid, List.of(due("a", 5))).rows().get(0);
    assertEquals(-15, row.amount());
    assertEquals(1, row.revision());
    assertEquals(2, row.number());
    assertEquals("CORRECTION", row.type());
  }

  @Test
  void neverTakesTheBalanceBelowZero() {
    Account spent = new Account(20, 5, 2, Map.of("a", new Paid(20, 1)));
    Settlement cut = Settlement.of(spent, List.of(due("a", 0)));
    assertEquals(List.of(-5), amounts(cut));
    assertEquals(0, cut.balance());
  }

  @Property(tries = 1000)
  void whateverIsOwedOverTimeTheLedgerAddsUpToTheProfile(
      @ForAll @Size(max = 30) List<@IntRange(max = 100) Integer> amounts) {
    Map<String, Paid> paid = new HashMap<>();
    long lifetime = 0;
    long balance = 0;
    long rows = 0;
    long sum = 0;
    for (int i = 0; i < amounts.size(); i++) {
      String source = "s" + i % 3;
      Settlement done =
          Settlement.of(
              new Account(lifetime, balance, rows, paid), List.of(due(source, amounts.get(i))));
      lifetime = done.lifetimeXp();
      balance = done.balance();
      for (Row row : done.rows()) {
        sum += row.amount();
        rows++;
        assertEquals(rows, row.number());
        assertEquals(sum, row.balanceAfter());
        Paid before = paid.getOrDefault(source, Paid.NOTHING);
        paid.put(source, new Paid(before.amount() + row.amount(), before.rows() + 1));
      }
      assertEquals((int) amounts.get(i), paid.getOrDefault(source, Paid.NOTHING).amount());
    }
    assertEquals(sum, balance);
    assertEquals(sum, lifetime);
  }

  private static List<Integer> amounts(Settlement settlement) {
    return settlement.rows().stream().map(Row::amount).toList();
  }

  private static XpDue due(String source, int amount) {
    return new XpDue(
        source,
        XpCategory.LEARNING,
        "TEST",
        amount,
        true,
        "event",
        Instant.parse("2026-03-02T08:00:00Z"));
  }
}
