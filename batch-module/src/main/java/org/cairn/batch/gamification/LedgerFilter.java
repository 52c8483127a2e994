package org.cairn.batch.gamification;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.cairn.gamification.LedgerReconciliation.LedgerState;
import org.jspecify.annotations.Nullable;

/** Lets through what differs. */
@Named
@Dependent
public class LedgerFilter implements ItemProcessor {

  @Override
  public @Nullable Object processItem(Object item) {
    LedgerState state = (LedgerState) item;
    return state.agrees() ? null : state;
  }
}
