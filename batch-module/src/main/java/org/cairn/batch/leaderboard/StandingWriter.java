package org.cairn.batch.leaderboard;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.cairn.batch.jobs.TenantWriter;
import org.cairn.leaderboard.LeaderboardUpkeep;

/** Remembers how they stand now. */
@Named
@Dependent
public class StandingWriter extends TenantWriter<UUID> {

  @EJB private LeaderboardUpkeep upkeep;

  @Override
  protected void write(List<UUID> learners) {
    upkeep.remember(learners);
  }
}
