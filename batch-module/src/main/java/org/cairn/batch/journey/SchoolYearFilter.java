package org.cairn.batch.journey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.cairn.batch.jobs.TenantProcessor;
import org.cairn.journey.JourneyArchive.Due;
import org.jspecify.annotations.Nullable;

/** Leaves out the school years that have to stay. */
@Named
@Dependent
public class SchoolYearFilter extends TenantProcessor<Due> {

  @Override
  protected @Nullable Object process(Due due) {
    return due.toGo().orElse(null);
  }
}
