package org.cairn.batch.journey;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.batch.jobs.TenantWriter;
import org.cairn.journey.JourneyArchive;
import org.cairn.journey.JourneyArchive.Kept;

/** Leaves stubs in the place of what was kept. */
@Named
@Dependent
public class StubWriter extends TenantWriter<Kept> {

  @EJB private JourneyArchive archive;

  @Override
  protected void write(List<Kept> kept) {
    archive.replace(kept);
  }
}
