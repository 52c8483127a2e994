package org.cairn.batch.jobs;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Works on one record in the chunk's transaction, by the tenant's caller; what it refuses with
 * {@link org.cairn.jobs.RecordSkipped} is left out alone.
 */
public abstract class TenantProcessor<T> implements ItemProcessor {

  @Inject private JobContext job;
  @EJB private TenantCalls calls;

  /** What is to be written of the record; {@code null} for nothing. */
  protected abstract @Nullable Object process(T item);

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable Object processItem(Object item) {
    return calls.ask(Tickets.of(job), () -> process((T) item));
  }
}
