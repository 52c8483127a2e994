package org.cairn.batch.jobs;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.cairn.jobs.JobRequests;
import org.cairn.jobs.JobRequests.Asked;
import org.cairn.jobs.JobRunView;
import org.cairn.jobs.JobStart;
import org.cairn.jobs.Jobs;
import org.jspecify.annotations.Nullable;

/** Hands a person's run to the batch runtime, once its record is committed. */
@Singleton
class JobLaunch {

  @EJB private JobRequests requests;
  @EJB private Jobs jobs;
  @Inject private JobEngine engine;

  JobRunView begin(String job, Asked asked) {
    return begin(job, asked.runId(), asked.start());
  }

  JobRunView begin(String job, UUID run, @Nullable JobStart start) {
    if (start != null) {
      try {
        engine.begin(start);
      } catch (RuntimeException e) {
        requests.refused(run);
        throw e;
      }
    }
    return jobs.run(job, run);
  }
}
