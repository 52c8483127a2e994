package org.cairn.batch.leaderboard;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.batch.jobs.KeysetReader;
import org.cairn.leaderboard.StreakRollover;
import org.cairn.leaderboard.StreakRollover.Shown;
import org.jspecify.annotations.Nullable;

/** Reads what boards show of streaks in a zone. */
@Named
@Dependent
public class StreakReader extends KeysetReader<Shown> {

  @Inject @BatchProperty private String zone;
  @EJB private StreakRollover rollover;

  @Override
  protected long total() {
    return rollover.total(zone);
  }

  @Override
  protected List<Shown> page(@Nullable String after, int limit) {
    return rollover.page(zone, after, limit);
  }

  @Override
  protected String key(Shown shown) {
    return shown.learnerId().toString();
  }
}
