package org.cairn.gamification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.Roles;
import org.cairn.gamification.LedgerFindings.Finding;
import org.jspecify.annotations.Nullable;

/** Compares every profile of the tenant with its ledger, page by page, for the nightly job. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class LedgerReconciliation {

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
    store.flag(
        run,
        states.stream()
            .flatMap(
                state ->
                    ReconciliationRules.differences(state).stream()
                        .map(
                            d ->
                                new Finding(
                                    state.learnerId(), d.code(), d.profile(), d.ledger(), now)))
            .toList(),
        now);
  }

  /** Closes the findings that the run has not seen again. */
  public void settle(UUID run) {
    store.settle(run, clock.instant());
  }
}
