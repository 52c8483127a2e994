package org.cairn.batch.gamification;

import jakarta.enterprise.inject.Produces;
import java.time.LocalTime;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.Schedule;

/** When ledgers are reconciled. */
final class LedgerReconciliationJob {

  @Produces
  static final JobDefinition DEFINITION =
      JobDefinition.of(
              "ledger-reconciliation",
              "Compares every learner's profile with the ledger and flags what differs.")
          .planned(Schedule.daily(LocalTime.of(2, 30)))
          .promisedBy(LocalTime.of(5, 0));
}
