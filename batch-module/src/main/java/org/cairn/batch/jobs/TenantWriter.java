package org.cairn.batch.jobs;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.List;

/** Writes a chunk's records in its transaction, by the tenant's caller. */
public abstract class TenantWriter<T> extends AbstractItemWriter {

  @Inject private JobContext job;
  @EJB private TenantCalls calls;

  protected abstract void write(List<T> items);

  @Override
  @SuppressWarnings("unchecked")
  public void writeItems(List<Object> items) {
    calls.run(Tickets.of(job), () -> write((List<T>) items));
  }
}
