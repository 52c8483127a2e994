package org.cairn.batch.leaderboard;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.cairn.batch.jobs.TenantStep;
import org.cairn.leaderboard.LeaderboardUpkeep;

/** Has boards follow what they have missed. */
@Named
@Dependent
public class BoardAlignment extends TenantStep {

  @EJB private LeaderboardUpkeep upkeep;

  @Override
  protected void take() {
    upkeep.align();
  }
}
