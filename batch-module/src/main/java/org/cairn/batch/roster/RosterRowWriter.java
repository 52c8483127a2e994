package org.cairn.batch.roster;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.cairn.batch.jobs.TenantWriter;
import org.cairn.metrics.Count;
import org.cairn.metrics.Tally;
import org.cairn.roster.RosterImportWork;
import org.cairn.roster.RosterRow;

/** Stages a chunk of rows. */
@Named
@Dependent
public class RosterRowWriter extends TenantWriter<RosterRow> {

  @Inject @BatchProperty private String importId;
  @EJB private RosterImportWork work;
  @Inject private Tally tally;

  @Override
  protected void write(List<RosterRow> rows) {
    work.stage(UUID.fromString(importId), rows);
    tally.add(Count.IMPORT_ROWS, "roster", rows.size());
  }
}
