package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kills the server in the middle of each job: the result is the undisturbed one's. */
@Soak
class KillJobsSoak {

  /** Each kill strikes later in its job than the one before, up to here; then early again. */
  private static final double LATEST = 0.7;

  private static final double LATER = 0.23;

  /** All, or those that {@code -Dcairn.soak.jobs} names, by commas. */
  private static final List<KilledJob> JOBS =
      KilledJob.ALL.stream()
          .filter(
              job ->
                  List.of(System.getProperty("cairn.soak.jobs", job.name()).split(","))
                      .contains(job.name()))
          .toList();

  @Test
  void theRestartedJobsResultIsTheUndisturbedOnes(SoakRun run) throws Exception {
    List<Duration> back = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    try (PostOffice post = new PostOffice();
        OwnCairn cairn = OwnCairn.prepare("kill-jobs")) {
      cairn.set(JobKill.SETTINGS + post.settings());
      cairn.startPostgres();
      cairn.startServer();
      cairn.api().load();
      JobKill kill = new JobKill(cairn);
      for (int round = 0; run.hasRound(round, JOBS.size()); round++) {
        KilledJob job = JOBS.get(round);
        try {
          JobKill.Outcome outcome = kill.strike(job, round * LATER % LATEST);
          back.add(outcome.back());
          run.say(
              "kill %d: %s at %d of %d, its result after %s"
                  .formatted(
                      round + 1, job.name(), outcome.done(), outcome.total(), outcome.back()));
        } catch (AssertionError otherwise) {
          run.say("kill %d: %s: %s".formatted(round + 1, job.name(), otherwise.getMessage()));
          wrong.add(job.name() + ": " + otherwise.getMessage());
        }
      }
      assertEquals(List.of(), wrong);
      post.assertNobodyGotTwo("");
      run.times("result after the kill", back);
      run.figure("jobs", back.size());
      run.figure("results other than the undisturbed one's", 0);
      run.figure("mails, none twice", post.mails());
    }
  }
}
