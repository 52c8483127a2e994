package org.cairn.gamification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.caller.Roles;
import org.cairn.gamification.LedgerFindings.Finding;
import org.jspecify.annotations.Nullable;

/** Compares every profile of the tenant with its ledger, page by page, for the nightly job. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class LedgerReconciliation {

  /**
   * A learner's profile beside what the ledger adds up to, both of one moment.
   *
   * @param balance as the profile has it
   * @param lifetimeXp as the profile has it
   * @param transactions as the profile has it
   * @param sum of the rows' amounts
   * @param earned the same with what was waived, and without what was spent
   * @param rows how many there are
   * @param lastNumber the newest row's place
   * @param lastBalance the balance after the newest row
   */
  public record LedgerState(
      UUID learnerId,
      long balance,
      long lifetimeXp,
      long transactions,
      long sum,
      long earned,
      long rows,
      long lastNumber,
      long lastBalance) {

    /** Whether the profile is what the ledger says. */
    public boolean agrees() {
      return ReconciliationRules.differences(this).isEmpty();
    }
  }

  @Inject private ReconciliationStore store;
  @Inject private Clock clock;

  /** How many profiles there are. */
  public long total() {
    return store.profiles();
  }

  /** Profiles beside their ledgers, in the order of learners' ids, behind the given one. */
  public List<LedgerState> page(@Nullable String after, int limit) {
    return store.page(after, limit);
  }

  /** Flags in what these differ; again in the same run changes nothing. */
  public void flag(UUID run, List<LedgerState> states) {
    Instant now = clock.instant();
    store.flag(run, states.stream().flatMap(state -> findings(state, now)).toList(), now);
  }

  static Stream<Finding> findings(LedgerState state, Instant now) {
    return ReconciliationRules.differences(state).stream()
        .map(d -> new Finding(state.learnerId(), d.code(), d.profile(), d.ledger(), now));
  }

  /** Closes the findings that the run has not seen again. */
  public void settle(UUID run) {
    store.settle(run, clock.instant());
  }
}
