package org.cairn.batch.jobs;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.jobs.JobTicket;
import org.cairn.jobs.JobWork;

/** Gives the threads of jobs, which are nobody's, a tenant and the role to work with. */
@Stateless
@PermitAll
@RunAs(Roles.SYSTEM)
public class TenantCalls {

  @EJB private JobWork work;

  /** Reads for a run; shows the ticket in the present transaction, or one of its own. */
  public <T> T ask(JobTicket ticket, Supplier<T> call) {
    try (Callers.Binding bound = Callers.bind(Caller.job(ticket.tenant(), ticket.job()))) {
      return call.get();
    }
  }

  /** Changes something for a run, unless its ticket is worth nothing any more. */
  public void run(JobTicket ticket, Runnable call) {
    say(
        ticket,
        frame -> {
          frame.touch(ticket);
          call.run();
        });
  }

  /** Tells the frame something of a run. */
  public void say(JobTicket ticket, Consumer<JobWork> word) {
    try (Callers.Binding bound = Callers.bind(Caller.job(ticket.tenant(), ticket.job()))) {
      word.accept(work);
    }
  }

  /** Speaks with the frame for a tenant. */
  public <T> T tell(String tenant, Function<JobWork, T> call) {
    try (Callers.Binding bound = Callers.bind(Caller.job(tenant, "jobs"))) {
      return call.apply(work);
    }
  }
}
