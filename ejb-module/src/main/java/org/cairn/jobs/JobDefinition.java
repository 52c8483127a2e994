package org.cairn.jobs;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.caller.Roles;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a job before any of its runs. Each job has one: a static field with
 * {@code @Produces} beside its artifacts, and a job XML of the same name.
 *
 * <pre>{@code
 * @Produces
 * static final JobDefinition DEFINITION =
 *     JobDefinition.of("ledger-reconciliation", "Compares every profile with its ledger.")
 *         .planned(Schedule.daily(LocalTime.of(2, 30)))
 *         .promisedBy(LocalTime.of(5, 0))
 *         .skipping(100);
 * }</pre>
 *
 * @param name as in {@code META-INF/batch-jobs} and in the API
 * @param purpose one sentence for people
 */
public record JobDefinition(
    String name, String purpose, Plan plan, Limits limits, Starting starting) {

  /** What gets a run of its own. */
  public enum Partition {
    /** Each district, at its own time. */
    DISTRICT,
    /**
     * Each time zone that a district's schools are in; the run's parameter {@code zone} says it.
     */
    SCHOOL_ZONE,
    /** Each tenant: the districts, and the reserved one by UTC. */
    TENANT,
    /** The installation as a whole: in the reserved tenant, by UTC. */
    INSTALLATION
  }

  /**
   * When it runs, and for whom.
   *
   * @param promisedBy the local time by which a planned run has ended
   */
  public record Plan(Schedule schedule, Partition partition, @Nullable LocalTime promisedBy) {}

  /**
   * How much may go wrong.
   *
   * @param skips how many bad records a run may leave out; one more fails it
   * @param attempts how often a run is begun at most where servers die under it, the first time
   *     included
   * @param restartable whether a run that failed by itself can go on at its checkpoint
   */
  public record Limits(int skips, int attempts, boolean restartable) {}

  /**
   * How it is started over the API.
   *
   * @param roles who may; nobody where another operation starts it
   * @param key the parameter that tells runs apart which may be open side by side; without one, a
   *     tenant has one open run of the job
   */
  public record Starting(Set<String> roles, List<Parameter> parameters, @Nullable String key) {}

  /**
   * Something that a start may say.
   *
   * @param about one sentence for people
   */
  public record Parameter(String name, Type type, boolean required, String about) {

    /** What a value is like; all travel as text. */
    public enum Type {
      TEXT("text of 1 to 200 characters", "(?s).{1,200}"),
      NUMBER("a whole number from 0 to 999999999", "\\d{1,9}"),
      DATE("a date such as 2026-03-31", "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"),
      FLAG("true or false", "true|false"),
      ID("an id", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

      private final String expected;
      private final String pattern;

      Type(String expected, String pattern) {
        this.expected = expected;
        this.pattern = pattern;
      }

      /** What is expected, for people, where the value is not like that. */
      Optional<String> objection(String value) {
        return value.matches(pattern) ? Optional.empty() : Optional.of(expected);
      }
    }
  }

  /** A district's job that its administrators start, with the strictest limits. */
  public static JobDefinition of(String name, String purpose) {
    return new JobDefinition(
        name,
        purpose,
        new Plan(Schedule.onDemand(), Partition.DISTRICT, null),
        new Limits(0, 3, true),
        new Starting(Set.of(Roles.DISTRICT_ADMIN), List.of(), null));
  }

  public JobDefinition planned(Schedule schedule) {
    return with(new Plan(schedule, plan.partition, plan.promisedBy));
  }

  /** One run for each school zone of a district. */
  public JobDefinition forEachSchoolZone() {
    return with(new Plan(plan.schedule, Partition.SCHOOL_ZONE, plan.promisedBy))
        .with(new Starting(Set.of(), starting.parameters, "zone"));
  }

  /** A run for the reserved tenant, too. */
  public JobDefinition forEachTenant() {
    return with(new Plan(plan.schedule, Partition.TENANT, plan.promisedBy))
        .with(
            new Starting(
                Set.of(Roles.DISTRICT_ADMIN, Roles.OPERATOR), starting.parameters, starting.key));
  }

  /** One run for the whole installation, which operators start. */
  public JobDefinition forTheInstallation() {
    return with(new Plan(plan.schedule, Partition.INSTALLATION, plan.promisedBy))
        .with(new Starting(Set.of(Roles.OPERATOR), starting.parameters, starting.key));
  }

  public JobDefinition promisedBy(LocalTime time) {
    return with(new Plan(plan.schedule, plan.partition, time));
  }

  public JobDefinition skipping(int atMost) {
    return with(new Limits(atMost, limits.attempts, limits.restartable));
  }

  public JobDefinition attempts(int atMost) {
    return with(new Limits(limits.skips, atMost, limits.restartable));
  }

  /** A run that failed by itself stays failed. */
  public JobDefinition notRestartable() {
    return with(new Limits(limits.skips, limits.attempts, false));
  }

  public JobDefinition taking(Parameter... parameters) {
    return with(new Starting(starting.roles, Arrays.asList(parameters), starting.key));
  }

  /** Runs with different values of this parameter may be open side by side. */
  public JobDefinition keyedBy(String parameter) {
    return with(new Starting(starting.roles, starting.parameters, parameter));
  }

  /** Another operation starts it; the API shows it and starts none. */
  public JobDefinition startedElsewhere() {
    return with(new Starting(Set.of(), starting.parameters, starting.key));
  }

  private JobDefinition with(Plan other) {
    return new JobDefinition(name, purpose, other, limits, starting);
  }

  private JobDefinition with(Limits other) {
    return new JobDefinition(name, purpose, plan, other, starting);
  }

  private JobDefinition with(Starting other) {
    return new JobDefinition(name, purpose, plan, limits, other);
  }
}
