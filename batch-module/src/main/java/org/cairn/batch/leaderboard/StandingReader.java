package org.cairn.batch.leaderboard;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.cairn.batch.jobs.KeysetReader;
import org.cairn.leaderboard.LeaderboardUpkeep;
import org.jspecify.annotations.Nullable;

/** Reads the learners who stand otherwise than remembered. */
@Named
@Dependent
public class StandingReader extends KeysetReader<UUID> {

  @EJB private LeaderboardUpkeep upkeep;

  @Override
  protected long total() {
    return upkeep.total();
  }

  @Override
  protected List<UUID> page(@Nullable String after, int limit) {
    return upkeep.page(after, limit);
  }

  @Override
  protected String key(UUID learner) {
    return learner.toString();
  }
}
