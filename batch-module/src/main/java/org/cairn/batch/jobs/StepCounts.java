package org.cairn.batch.jobs;

import jakarta.batch.runtime.Metric;
import java.util.Arrays;
import java.util.Set;
import org.cairn.jobs.JobStepView.Counts;

/** The batch runtime's metrics of a step, in the frame's words. */
final class StepCounts {

  private StepCounts() {}

  static Counts of(Metric[] metrics) {
    return new Counts(
        sum(metrics, Set.of(Metric.MetricType.READ_COUNT)),
        sum(metrics, Set.of(Metric.MetricType.WRITE_COUNT)),
        sum(metrics, Set.of(Metric.MetricType.FILTER_COUNT)),
        sum(
            metrics,
            Set.of(
                Metric.MetricType.READ_SKIP_COUNT,
                Metric.MetricType.PROCESS_SKIP_COUNT,
                Metric.MetricType.WRITE_SKIP_COUNT)));
  }

  private static long sum(Metric[] metrics, Set<Metric.MetricType> types) {
    return Arrays.stream(metrics)
        .filter(metric -> types.contains(metric.getType()))
        .mapToLong(Metric::getValue)
        .sum();
  }
}
