package org.cairn.batch.gamification;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.batch.jobs.KeysetReader;
import org.cairn.gamification.LedgerReconciliation;
import org.cairn.gamification.LedgerReconciliation.LedgerState;
import org.jspecify.annotations.Nullable;

/** Reads profiles beside their ledgers, by learner. */
@Named
@Dependent
public class LedgerReader extends KeysetReader<LedgerState> {

  @EJB private LedgerReconciliation reconciliation;

  @Override
  protected long total() {
    return reconciliation.total();
  }

  @Override
  protected List<LedgerState> page(@Nullable String after, int limit) {
    return reconciliation.page(after, limit);
  }

  @Override
  protected String key(LedgerState state) {
    return state.learnerId().toString();
  }
}
