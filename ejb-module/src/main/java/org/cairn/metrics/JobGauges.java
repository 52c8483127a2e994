package org.cairn.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.cairn.jobs.JobFigures;
import org.cairn.jobs.JobFigures.OfJob;

/** Shows how the runs of each job stand, over all tenants, as this server last saw them. */
@Singleton
class JobGauges {

  private static final OfJob NONE = new OfJob(0, 0, 0);

  private final MeterRegistry meters;
  private final JobFigures figures;
  private final Set<String> shown = ConcurrentHashMap.newKeySet();

  @Inject
  JobGauges(MeterRegistry meters, JobFigures figures) {
    this.meters = meters;
    this.figures = figures;
  }

  /** Shows the jobs that have run since it was called last. */
  void show() {
    for (String job : figures.latest().byJob().keySet()) {
      if (shown.add(job)) {
        show(job, "open", OfJob::open);
        show(job, "failed", OfJob::failed);
        show(job, "missed", OfJob::missed);
      }
    }
  }

  private void show(String job, String state, ToLongFunction<OfJob> number) {
    meters.gauge(
        "cairn.job.runs",
        Tags.of("job", job, "state", state),
        figures,
        seen -> number.applyAsLong(seen.latest().byJob().getOrDefault(job, NONE)));
  }
}
