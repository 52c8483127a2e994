package org.cairn.batch.backup;

import jakarta.enterprise.inject.Produces;
import java.time.LocalTime;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.JobDefinition.Parameter;
import org.cairn.jobs.Schedule;

/** When profiles are backed up, and what a restore is to be told. */
final class BackupDefinitions {

  @Produces
  static final JobDefinition BACKUP =
      JobDefinition.of(
              "profile-backup",
              "Writes every game profile with its ledger to the object storage, with a manifest.")
          .planned(Schedule.daily(LocalTime.of(1, 30)))
          .promisedBy(LocalTime.of(5, 0));

  @Produces
  static final JobDefinition RESTORE =
      JobDefinition.of(
              "profile-restore",
              "Brings back what is missing of game profiles and ledgers from a backup.")
          .taking(
              new Parameter("backup", Parameter.Type.ID, true, "the backup's id"),
              new Parameter(
                  "dryRun", Parameter.Type.FLAG, false, "whether to verify and count only"))
          .skipping(100);

  private BackupDefinitions() {}
}
