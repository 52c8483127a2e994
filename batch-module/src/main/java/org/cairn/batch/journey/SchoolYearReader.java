package org.cairn.batch.journey;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.batch.jobs.KeysetReader;
import org.cairn.journey.JourneyArchive;
import org.cairn.journey.JourneyArchive.Due;
import org.jspecify.annotations.Nullable;

/** Reads the learners' school years that may be to go. */
@Named
@Dependent
public class SchoolYearReader extends KeysetReader<Due> {

  @EJB private JourneyArchive archive;

  @Override
  protected long total() {
    return archive.total();
  }

  @Override
  protected List<Due> page(@Nullable String after, int limit) {
    return archive.page(after, limit);
  }

  @Override
  protected String key(Due due) {
    return due.year().key();
  }
}
