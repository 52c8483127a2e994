package org.cairn.batch.journey;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.cairn.batch.jobs.TenantProcessor;
import org.cairn.journey.JourneyArchive;
import org.cairn.journey.JourneyArchive.SchoolYear;
import org.jspecify.annotations.Nullable;

/** Writes a school year to the archive and reads it back. */
@Named
@Dependent
public class SchoolYearKeeping extends TenantProcessor<SchoolYear> {

  @EJB private JourneyArchive archive;

  @Override
  protected @Nullable Object process(SchoolYear year) {
    return archive.keep(year).orElse(null);
  }
}
