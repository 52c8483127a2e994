package org.cairn.batch.replay;

import jakarta.enterprise.inject.Produces;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.JobDefinition.Parameter;

/** What there is to know of the jobs of a replay; other operations start them. */
final class ReplayDefinitions {

  static final String DRY_RUN = "rule-replay";
  static final String APPLY = "rule-replay-apply";
  static final String REPLAY = "replay";

  private static final Parameter WHICH =
      new Parameter(REPLAY, Parameter.Type.ID, true, "the replay");

  /** One that failed is over: its district asks for another. */
  @Produces
  static final JobDefinition DRY =
      JobDefinition.of(DRY_RUN, "Finds out what other rules would have paid every learner.")
          .taking(WHICH)
          .keyedBy(REPLAY)
          .startedElsewhere()
          .notRestartable();

  @Produces
  static final JobDefinition CORRECTING =
      JobDefinition.of(APPLY, "Corrects ledgers by what the dry run of other rules has found.")
          .taking(WHICH)
          .keyedBy(REPLAY)
          .startedElsewhere();

  private ReplayDefinitions() {}
}
