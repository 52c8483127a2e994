package org.cairn.batch.journey;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.batch.jobs.TenantWriter;
import org.cairn.journey.JourneyArchive;
import org.cairn.journey.JourneyArchive.SchoolYear;

/** Moves school years to the archive and leaves stubs in their place. */
@Named
@Dependent
public class SchoolYearWriter extends TenantWriter<SchoolYear> {

  @EJB private JourneyArchive archive;

  @Override
  protected void write(List<SchoolYear> years) {
    archive.replace(archive.keep(years));
  }
}
