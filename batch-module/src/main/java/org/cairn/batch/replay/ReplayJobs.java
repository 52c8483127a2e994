package org.cairn.batch.replay;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Map;
import java.util.UUID;
import org.cairn.batch.jobs.JobControl;
import org.cairn.caller.Roles;
import org.cairn.jobs.JobProblem;
import org.cairn.shared.ProblemException;

/** Starts the jobs of a replay that is recorded and committed. */
@Stateless
@RolesAllowed(Roles.DISTRICT_ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReplayJobs {

  @EJB private JobControl jobs;

  /** Starts a dry run and answers at once. */
  public void dryRun(UUID replay) {
    jobs.startFor(ReplayDefinitions.DRY_RUN, parameters(replay));
  }

  /** Starts to apply, or goes on where it broke off; where that is at work already, it stays so. */
  public void apply(UUID replay) {
    try {
      jobs.startFor(ReplayDefinitions.APPLY, parameters(replay));
    } catch (ProblemException refused) {
      if (refused.problem() != JobProblem.JOB_RUNNING) {
        throw refused;
      }
    }
  }

  private static Map<String, String> parameters(UUID replay) {
    return Map.of(ReplayDefinitions.REPLAY, replay.toString());
  }
}
