package org.cairn.batch.progress;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.cairn.batch.jobs.KeysetReader;
import org.cairn.progress.SnapshotVerification;
import org.jspecify.annotations.Nullable;

/** Reads learners who have a stored progress, by id. */
@Named
@Dependent
public class SnapshotReader extends KeysetReader<UUID> {

  @EJB private SnapshotVerification verification;

  @Override
  protected long total() {
    return verification.total();
  }

  @Override
  protected List<UUID> page(@Nullable String after, int limit) {
    return verification.page(after, limit);
  }

  @Override
  protected String key(UUID learner) {
    return learner.toString();
  }
}
