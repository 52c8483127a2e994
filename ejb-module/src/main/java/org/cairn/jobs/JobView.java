package org.cairn.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A job and how it stands.
 *
 * @param partition what gets a run of its own
 * @param schedule for people
 * @param promisedBy the local time by which a planned run has ended
 * @param startedBy the roles that may start it over the API; empty where another operation does
 * @param skipLimit how many bad records a run leaves out before it fails
 * @param next when it is due next, by the clock of the caller's district
 * @param last its latest run that the caller may see
 * @param promise how the promise of the latest planned run stands
 * @param openRuns runs that have not ended
 * @param failedRuns runs that failed within the last day
 * @param missedPromises promises missed within the last day
 */
public record JobView(
    String name,
    String purpose,
    JobDefinition.Partition partition,
    String schedule,
    @Nullable String promisedBy,
    Set<String> startedBy,
    List<JobDefinition.Parameter> parameters,
    int skipLimit,
    @Nullable Instant next,
    @Nullable JobRunView last,
    Promise promise,
    long openRuns,
    long failedRuns,
    long missedPromises) {}
