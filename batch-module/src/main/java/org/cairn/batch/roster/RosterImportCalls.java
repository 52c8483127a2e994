package org.cairn.batch.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.time.Duration;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.jobs.JobWork;
import org.cairn.roster.RosterImportWork;

/** Gives the watch, which is nobody, a caller and the role to work with. */
@Stateless
@PermitAll
@RunAs(Roles.SYSTEM)
public class RosterImportCalls {

  private static final Duration SILENCE = Duration.ofMinutes(1);
  private static final String DETAIL =
      "Nothing was changed: the job that worked on it is over. Send the file again.";

  @EJB private RosterImportWork work;
  @EJB private JobWork jobs;

  /** Ends a district's imports that are on their way while no run can bring them to an end. */
  public void endTheDead(String district) {
    try (Callers.Binding bound = Callers.bind(Caller.job(district, RosterImportJob.NAME))) {
      work.silentFor(SILENCE).stream()
          .filter(id -> !jobs.canGoOn(RosterImportJob.NAME, id.toString()))
          .forEach(id -> work.fail(id, DETAIL));
    }
  }
}
