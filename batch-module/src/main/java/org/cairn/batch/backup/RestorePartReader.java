package org.cairn.batch.backup;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.cairn.backup.RestoreWork;
import org.cairn.batch.jobs.KeysetReader;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of the parts, to verify them. */
@Named
@Dependent
public class RestorePartReader extends KeysetReader<Integer> {

  @Inject @BatchProperty private String run;
  @EJB private RestoreWork work;

  @Override
  protected long total() {
    return work.totalParts(UUID.fromString(run));
  }

  @Override
  protected List<Integer> page(@Nullable String after, int limit) {
    return work.parts(UUID.fromString(run), after, limit);
  }

  @Override
  protected String key(Integer part) {
    return part.toString();
  }
}
