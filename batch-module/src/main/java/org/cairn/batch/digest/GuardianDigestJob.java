package org.cairn.batch.digest;

import jakarta.enterprise.inject.Produces;
import org.cairn.digest.MailServer;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.Schedule;

/** When guardians' digests are looked after: every hour, for each district has its own day. */
final class GuardianDigestJob {

  private static final int REFUSED_AT_MOST = 100;

  @Produces
  static final JobDefinition DEFINITION =
      JobDefinition.of(
              "guardian-digest", "Mails guardians what their children did, once a week each.")
          .planned(MailServer.isConfigured() ? Schedule.hourly() : Schedule.onDemand())
          .skipping(REFUSED_AT_MOST);
}
