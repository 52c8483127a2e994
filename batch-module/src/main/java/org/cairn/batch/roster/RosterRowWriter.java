package org.cairn.batch.roster;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.cairn.metrics.Count;
import org.cairn.metrics.Tally;
import org.cairn.roster.RosterRow;

/** Stages a chunk of rows. */
@Named
@Dependent
public class RosterRowWriter extends AbstractItemWriter {

  @Inject @BatchProperty private String tenant;
  @Inject @BatchProperty private String importId;
  @EJB private RosterImportCalls calls;
  @Inject private Tally tally;

  @Override
  public void writeItems(List<Object> items) {
    List<RosterRow> rows = items.stream().map(RosterRow.class::cast).toList();
    calls.take(tenant, work -> work.stage(UUID.fromString(importId), rows));
    tally.add(Count.IMPORT_ROWS, "roster", rows.size());
  }
}
