package org.cairn.batch.jobs;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.cairn.jobs.JobTicket;

/** Reads by the tenant's caller. */
public abstract class TenantReader extends AbstractItemReader {

  @Inject private JobContext job;
  @EJB private TenantCalls calls;

  protected final <T> T ask(Supplier<T> call) {
    return calls.ask(Tickets.of(job), call);
  }

  /** Says how many records there will be, to show progress by. */
  protected final void expect(long total) {
    JobTicket ticket = Tickets.of(job);
    calls.say(ticket, frame -> frame.expect(ticket, total));
  }
}
