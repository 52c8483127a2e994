package org.cairn.batch.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.roster.RosterImportWork;

/** Gives the job's threads, which are nobody's, a caller and the role to work with. */
@Stateless
@PermitAll
@RunAs(Roles.SYSTEM)
public class RosterImportCalls {

  @EJB private RosterImportWork work;

  /** Takes a step for the tenant, in the present transaction or one of its own. */
  public void take(String tenant, Consumer<RosterImportWork> step) {
    try (Callers.Binding bound = Callers.bind(Caller.job(tenant, RosterImportJob.NAME))) {
      step.accept(work);
    }
  }

  /** Takes a step that has an answer. */
  public <T> T ask(String tenant, Function<RosterImportWork, T> step) {
    try (Callers.Binding bound = Callers.bind(Caller.job(tenant, RosterImportJob.NAME))) {
      return step.apply(work);
    }
  }
}
