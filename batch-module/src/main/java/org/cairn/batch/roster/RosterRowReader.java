package org.cairn.batch.roster;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.cairn.batch.jobs.TenantReader;
import org.cairn.roster.RosterFile;
import org.cairn.roster.RosterImportWork;
import org.jspecify.annotations.Nullable;

/** Reads the rows; its checkpoint is the file and the line. */
@Named
@Dependent
public class RosterRowReader extends TenantReader {

  @Inject @BatchProperty private String importId;
  @EJB private RosterImportWork work;
  private @Nullable RosterFile file;

  @Override
  public void open(@Nullable Serializable checkpoint) {
    UUID id = UUID.fromString(importId);
    file = ask(() -> work.open(id, (String) checkpoint));
    expect(ask(() -> work.rows(id)));
  }

  @Override
  public @Nullable Object readItem() {
    return file == null ? null : file.next();
  }

  @Override
  public @Nullable Serializable checkpointInfo() {
    return file == null ? null : file.position();
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
