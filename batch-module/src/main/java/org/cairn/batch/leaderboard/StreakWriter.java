package org.cairn.batch.leaderboard;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.batch.jobs.TenantWriter;
import org.cairn.leaderboard.StreakRollover;
import org.cairn.leaderboard.StreakRollover.Shown;

/** Has boards show them as they are. */
@Named
@Dependent
public class StreakWriter extends TenantWriter<Shown> {

  @EJB private StreakRollover rollover;

  @Override
  protected void write(List<Shown> shown) {
    rollover.align(shown);
  }
}
