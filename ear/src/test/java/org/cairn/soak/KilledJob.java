package org.cairn.soak;

import java.util.List;
import java.util.Map;

/**
 * A job that is killed in its middle: how to make work for it, how it begins, how far it is, and
 * what came of it. In all SQL {@code @tenant} is the district and {@code @n} how much work.
 *
 * @param size how much work: enough for a kill to fall into its middle
 * @param seed what makes the same work in every district
 * @param start how it begins
 * @param progress the SQL of how much is done and how much there is; for the frame's own figures
 *     {@link #OF_THE_RUN}
 * @param result the SQL of what came of it, without ids, times and the district's name
 */
record KilledJob(
    String name, int size, List<String> seed, Start start, String progress, String result) {

  static final String OF_THE_RUN = "select done, coalesce(total, 0) from job_run where id = '@run'";

  /** How a job begins. */
  enum Start {
    /** An operator asks for it. */
    ASKED,
    /** An operator asks for it, of the whole installation. */
    INSTALLED,
    /** An operator asks for it, when there are objects of long ago. */
    CLEANED,
    /** An operator asks for it, when a backup is made and something is lost. */
    RESTORED,
    /** Its time has come. */
    DUE,
    /** It runs every minute. */
    ALWAYS,
    /** A roster is handed in, to be tried. */
    IMPORTED,
    /** A dry run of rules. */
    TRIED,
    /** A dry run that is ready is applied: by turns of other rules and of the old ones. */
    APPLIED;

    /** Whether it begins by the word of a district's administrator, so that it is Lakeside's. */
    boolean isOfLakeside() {
      return this == IMPORTED || this == TRIED || this == APPLIED;
    }
  }

  /** The jobs, one line each. */
  static final List<KilledJob> ALL =
      List.of(
          asked("ledger-reconciliation", 60_000, JobSeeds.LEDGERS, JobSeeds.FINDINGS),
          asked("leaderboard-upkeep", 40_000, JobSeeds.BOARDS, JobSeeds.STANDINGS),
          asked("guardian-digest", 200, JobSeeds.GUARDIANS, JobSeeds.DIGESTS),
          new KilledJob(
              "streak-rollover", 20_000, JobSeeds.STREAKS, Start.DUE, OF_THE_RUN, JobSeeds.ENTRIES),
          new KilledJob(
              "audit-verification",
              30_000,
              JobSeeds.AUDIT,
              Start.DUE,
              JobSeeds.VERIFIED,
              JobSeeds.VERIFICATIONS),
          new KilledJob(
              "audit-sealing",
              60_000,
              JobSeeds.AUDIT,
              Start.ALWAYS,
              JobSeeds.SEALED,
              JobSeeds.SEALS),
          new KilledJob(
              "roster-import", 100_000, List.of(), Start.IMPORTED, OF_THE_RUN, JobSeeds.IMPORT),
          new KilledJob(
              "rule-replay", 500, JobSeeds.LOGINS, Start.TRIED, OF_THE_RUN, JobSeeds.DIFFERENCES),
          new KilledJob(
              "rule-replay-apply",
              500,
              JobSeeds.LOGINS,
              Start.APPLIED,
              OF_THE_RUN,
              JobSeeds.CORRECTIONS),
          asked("snapshot-verification", 6_000, NightSeeds.SNAPSHOTS, NightSeeds.PROGRESS_FINDINGS),
          asked("retention", 20_000, NightSeeds.OVER, NightSeeds.LEFT),
          asked("profile-backup", 40_000, JobSeeds.LEDGERS, NightSeeds.BACKUP),
          new KilledJob(
              "profile-restore",
              20_000,
              JobSeeds.LEDGERS,
              Start.RESTORED,
              OF_THE_RUN,
              NightSeeds.RESTORED),
          asked("session-archive", 400, NightSeeds.OLD_JOURNEYS, NightSeeds.STUBS),
          asked("lesson-plans", 150, NightSeeds.WANTED_PLANS, NightSeeds.PLANS),
          asked("catalog-alignment", 2_000, NightSeeds.STALE_TRACKS, NightSeeds.JUDGED),
          new KilledJob(
              "object-cleanup",
              3_000,
              NightSeeds.CONTENT,
              Start.CLEANED,
              NightSeeds.CLEANED,
              NightSeeds.CONTENT_ROWS),
          new KilledJob(
              "analytics-feed",
              8_000,
              FigureSeeds.LOGS,
              Start.ALWAYS,
              FigureSeeds.FED,
              FigureSeeds.FIGURES),
          asked("analytics-closing", 30_000, FigureSeeds.OLD_FIGURES, FigureSeeds.CLOSED),
          new KilledJob(
              "analytics-partitions",
              60,
              FigureSeeds.OLD_PARTITIONS,
              Start.INSTALLED,
              FigureSeeds.DROPPED,
              FigureSeeds.PARTITIONS));

  /** Jobs that are not killed here, and why. */
  static final Map<String, String> OTHERS =
      Map.of(
          "job-history",
          "one statement: it is done or not",
          "audit-verification-shared",
          "audit-verification's code, for the reserved tenant");

  static KilledJob named(String name) {
    return ALL.stream().filter(job -> job.name().equals(name)).findFirst().orElseThrow();
  }

  /** Its records by steps belong to what came of it, too. */
  private static KilledJob asked(String name, int size, List<String> seed, String result) {
    return new KilledJob(name, size, seed, Start.ASKED, OF_THE_RUN, result);
  }
}
