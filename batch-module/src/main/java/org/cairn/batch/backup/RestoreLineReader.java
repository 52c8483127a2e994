package org.cairn.batch.backup;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.cairn.backup.BackupLine;
import org.cairn.backup.RestoreWork;
import org.cairn.batch.jobs.KeysetReader;
import org.jspecify.annotations.Nullable;

/** Reads the lines of all parts. */
@Named
@Dependent
public class RestoreLineReader extends KeysetReader<BackupLine> {

  @Inject @BatchProperty private String run;
  @EJB private RestoreWork work;

  @Override
  protected long total() {
    return work.totalLines(UUID.fromString(run));
  }

  @Override
  protected List<BackupLine> page(@Nullable String after, int limit) {
    return work.lines(UUID.fromString(run), after, limit);
  }

  @Override
  protected String key(BackupLine line) {
    return line.key();
  }
}
