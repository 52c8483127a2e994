package org.cairn.batch.onboarding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.batch.jobs.KeysetReader;
import org.cairn.onboarding.TrackAlignment;
import org.cairn.onboarding.TrackAlignment.Stale;
import org.jspecify.annotations.Nullable;

/** Reads the learners' tracks that have lost steps, by learner. */
@Named
@Dependent
public class StaleTrackReader extends KeysetReader<Stale> {

  @EJB private TrackAlignment tracks;

  @Override
  protected long total() {
    return tracks.total();
  }

  @Override
  protected List<Stale> page(@Nullable String after, int limit) {
    return tracks.page(after, limit);
  }

  @Override
  protected String key(Stale stale) {
    return stale.key();
  }
}
