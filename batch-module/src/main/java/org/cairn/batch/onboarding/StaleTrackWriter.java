package org.cairn.batch.onboarding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.batch.jobs.TenantWriter;
import org.cairn.onboarding.TrackAlignment;
import org.cairn.onboarding.TrackAlignment.Stale;

/** Has them judged anew. */
@Named
@Dependent
public class StaleTrackWriter extends TenantWriter<Stale> {

  @EJB private TrackAlignment tracks;

  @Override
  protected void write(List<Stale> stale) {
    tracks.judgeAnew(stale);
  }
}
