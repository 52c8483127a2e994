package org.cairn.gamification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.ActingLearner;
import org.cairn.caller.Roles;
import org.cairn.events.EventLog;
import org.jspecify.annotations.Nullable;

/**
 * Judges by other rules what learners were paid, a few learners at a time, for the replay of rules.
 * Each learner's lock is held from the first reading to the end of the transaction.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class Rejudging {

  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  /**
   * By what is judged again.
   *
   * @param version that is to hold for the past
   * @param before what took effect earlier is judged by it; what did later keeps its version
   */
  public record Terms(UUID replay, String version, Instant before) {

    /** What the ledger names as the cause of the rows. */
    String cause() {
      return CAUSE + replay;
    }
  }

  /** What the causes of a replay's rows begin with. */
  static final String CAUSE = "rule-replay/";

  /**
   * What rules change for a learner.
   *
   * @param cut the position in the learner's log up to which its events were counted
   * @param waived what cannot be taken back since the balance is at 0; negative where such a part
   *     is owed again
   * @param changes by how much the XP of each source changes, where it does
   */
  public record Difference(
      UUID learnerId,
      long cut,
      long lifetimeBefore,
      long lifetimeAfter,
      long balanceBefore,
      long balanceAfter,
      long waived,
      Map<String, Integer> changes) {

    public Difference {
      changes = Map.copyOf(changes);
    }
  }

  @Inject private Access access;
  @Inject private EventLog log;
  @Inject private LedgerStore ledger;
  @Inject private DayStore days;
  @Inject private ReconciliationStore learners;
  @Inject private Booking book;
  @Inject private RuleCatalog catalog;
  @Inject private Clock clock;

  /** How many learners have XP. */
  public long total() {
    return learners.profiles();
  }

  /** Learners who have earned anything, in the order of their ids, behind one. */
  public List<UUID> page(@Nullable String after, int limit) {
    return learners.learners(after, limit);
  }

  /**
   * What the rules would change for these; nothing is written. Learners with nothing to write are
   * left out.
   */
  public List<Difference> judge(Terms terms, Collection<UUID> ids) {
    RuleBook rules = catalog.fresh();
    List<Difference> found = new ArrayList<>();
    for (ActingLearner learner : inOrder(ids)) {
      long cut = log.lock(learner);
      Rejudgment judged = read(learner, rules, terms);
      Difference difference = judged.difference(learner.id(), cut);
      if (!judged.changes(difference.changes()).isEmpty()) {
        found.add(difference);
      }
    }
    return found;
  }

  /**
   * Pays and takes back what was found, and has boards follow. What has happened since the cut
   * changes nothing of it, but for the balance that a correction can be taken from.
   */
  public void apply(Terms terms, List<Difference> found) {
    RuleBook rules = catalog.fresh();
    Instant now = clock.instant();
    Map<UUID, Map<String, Integer>> changes = new HashMap<>();
    found.forEach(difference -> changes.put(difference.learnerId(), difference.changes()));
    for (ActingLearner learner : inOrder(changes.keySet())) {
      log.lock(learner);
      Rejudgment judged = read(learner, rules, terms);
      Changes due = judged.changes(changes.getOrDefault(learner.id(), Map.of()));
      book.write(learner, due, judged.stood(), null, null, now);
    }
  }

  /** Those who are still there; everybody locks learners in this order. */
  private Collection<ActingLearner> inOrder(Collection<UUID> ids) {
    return new TreeMap<>(access.acting(ids)).values();
  }

  private Rejudgment read(ActingLearner learner, RuleBook rules, Terms terms) {
    return Rejudgment.of(ledger.all(learner), days.read(learner, FIRST_DAY), rules, terms);
  }
}
