package org.cairn.batch.replay;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.cairn.batch.jobs.KeysetReader;
import org.cairn.replay.ReplayWork;
import org.jspecify.annotations.Nullable;

/** Reads the learners for whom something is to be written yet. */
@Named
@Dependent
public class ReplayDifferenceReader extends KeysetReader<UUID> {

  @Inject @BatchProperty private String replay;
  @EJB private ReplayWork work;

  @Override
  protected long total() {
    return work.open(UUID.fromString(replay));
  }

  @Override
  protected List<UUID> page(@Nullable String after, int limit) {
    return work.open(UUID.fromString(replay), after, limit);
  }

  @Override
  protected String key(UUID learner) {
    return learner.toString();
  }
}
