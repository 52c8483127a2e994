package org.cairn.jobs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.caller.Callers;
import org.cairn.caller.Tenants;
import org.cairn.jobs.JobDefinition.Partition;
import org.cairn.jobs.JobPlanStore.PlanKey;
import org.cairn.jobs.JobRunStore.NewRun;
import org.cairn.jobs.JobRunView.Cause;
import org.cairn.roster.TimeZones;
import org.cairn.shared.Ids;
import org.jspecify.annotations.Nullable;

/** Makes the runs that are due in the caller's tenant, each on one server of all. */
@Singleton
class JobPlanning {

  /** What is later than this was missed, and is caught up. */
  static final Duration LATE = Duration.ofMinutes(5);

  private static final String ZONE = "zone";

  private final JobCatalog catalog;
  private final JobPlanStore plans;
  private final JobRunStore runs;
  private final OpenRunStore open;
  private final TimeZones zones;
  private final Clock clock;

  @Inject
  JobPlanning(
      JobCatalog catalog,
      JobPlanStore plans,
      JobRunStore runs,
      OpenRunStore open,
      TimeZones zones,
      Clock clock) {
    this.catalog = catalog;
    this.plans = plans;
    this.runs = runs;
    this.open = open;
    this.zones = zones;
    this.clock = clock;
  }

  /** However many times have passed since the last one was planned, one run is made. */
  List<JobStart> claimDue(String node) {
    Map<PlanKey, Instant> planned = plans.plans();
    List<JobStart> starts = new ArrayList<>();
    for (JobDefinition job : jobs()) {
      for (ZoneId zone : zonesOf(job)) {
        PlanKey plan = new PlanKey(job.name(), isByZone(job) ? zone.getId() : "");
        Instant until = planned.get(plan);
        if (until == null) {
          plans.begin(plan, clock.instant());
        } else {
          job.plan()
              .schedule()
              .last(clock.instant(), zone)
              .filter(due -> due.isAfter(until))
              .flatMap(due -> claim(job, plan, due, zone, node))
              .ifPresent(starts::add);
        }
      }
    }
    return starts;
  }

  /** When the job is due next by the caller's clock. */
  Optional<Instant> next(JobDefinition job) {
    return zonesOf(job).stream()
        .flatMap(zone -> job.plan().schedule().next(clock.instant(), zone).stream())
        .min(Instant::compareTo);
  }

  private Optional<JobStart> claim(
      JobDefinition job, PlanKey plan, Instant due, ZoneId zone, String node) {
    String home = Callers.current().tenant();
    runs.lock(home, job.name());
    if (open.open(home, job.name(), plan.key()).isPresent() || !plans.advance(plan, due)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Cause cause = due.plus(LATE).isBefore(now) ? Cause.CATCH_UP : Cause.SCHEDULE;
    Map<String, String> parameters =
        isByZone(job) ? Map.of(ZONE, zone.getId()) : Map.<String, String>of();
    NewRun run =
        new NewRun(
            home,
            Ids.next(),
            job.name(),
            plan.key(),
            cause,
            parameters,
            due,
            promised(job, due, zone),
            null,
            null);
    if (!runs.add(run, node, now)) {
      return Optional.empty();
    }
    JobTicket ticket = new JobTicket(home, job.name(), run.id(), 1);
    return Optional.of(new JobStart(ticket, job, parameters, null));
  }

  private static @Nullable Instant promised(JobDefinition job, Instant due, ZoneId zone) {
    LocalTime by = job.plan().promisedBy();
    return by == null ? null : Promise.dueAfter(due, by, zone);
  }

  /** Those that have runs in the caller's tenant. */
  private List<JobDefinition> jobs() {
    return catalog.all().stream()
        .filter(job -> !(job.plan().schedule() instanceof Schedule.OnDemand))
        .filter(job -> runsIn(Callers.current().tenant(), job))
        .toList();
  }

  private List<ZoneId> zonesOf(JobDefinition job) {
    if (isShared()) {
      return List.of(ZoneOffset.UTC);
    }
    return isByZone(job) ? zones.ofSchools() : List.of(zones.ofDistrict());
  }

  private static boolean isShared() {
    return Callers.current().tenant().equals(Tenants.SHARED);
  }

  /** Whether the job has runs of that tenant. */
  static boolean runsIn(String tenant, JobDefinition job) {
    return switch (job.plan().partition()) {
      case TENANT -> true;
      case DISTRICT, SCHOOL_ZONE -> !tenant.equals(Tenants.SHARED);
      case INSTALLATION -> tenant.equals(Tenants.SHARED);
    };
  }

  private static boolean isByZone(JobDefinition job) {
    return job.plan().partition() == Partition.SCHOOL_ZONE;
  }
}
