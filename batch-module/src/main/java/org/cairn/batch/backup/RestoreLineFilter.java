package org.cairn.batch.backup;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.cairn.backup.BackupLine;

/** Lets whole lines through. */
@Named
@Dependent
public class RestoreLineFilter implements ItemProcessor {

  @Override
  public Object processItem(Object item) {
    return ((BackupLine) item).checked();
  }
}
