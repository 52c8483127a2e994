package org.cairn.launcher.bench;

import java.util.List;
import org.cairn.launcher.CairnCommand;
import org.cairn.launcher.Home;
import org.cairn.launcher.LaunchFailure;

/** {@code ./cairn bench NAME}. */
public final class Bench implements CairnCommand {

  @Override
  public void run(Home home, List<String> arguments) throws Exception {
    String name = arguments.isEmpty() ? "" : arguments.get(0);
    Options options = Options.of(arguments);
    switch (name) {
      case "ingest" -> new IngestBench(Target.running(home), options).run();
      case "sync" -> new SyncBench(Target.running(home), options).run();
      case "nights" -> new NightsBench(Target.running(home), options).run();
      case "boards" -> new BoardsBench(Target.running(home), options).run();
      case "partitions" -> new PartitionsBench(Target.running(home), options).run();
      default ->
          throw new LaunchFailure(
              "bench knows: ingest, sync, boards, nights, partitions; all with [--rounds N] [--seconds N],"
                  + " ingest and sync with [--events N], boards with [--learners N],"
                  + " nights with [--profiles N]");
    }
  }

  /**
   * How long to measure.
   *
   * @param rounds of each side, interleaved
   * @param seconds of each side in a round
   * @param events a request; 0 for all usual ones
   * @param learners on a board; 0 for all usual ones
   * @param profiles that a night's jobs work on; 0 for the usual number
   */
  record Options(int rounds, int seconds, int events, int learners, int profiles) {

    static Options of(List<String> arguments) {
      return new Options(
          value(arguments, "--rounds", 5),
          value(arguments, "--seconds", 5),
          value(arguments, "--events", 0),
          value(arguments, "--learners", 0),
          value(arguments, "--profiles", 0));
    }

    private static int value(List<String> arguments, String name, int otherwise) {
      int at = arguments.indexOf(name);
      try {
        return at < 0 ? otherwise : Integer.parseInt(arguments.get(at + 1));
      } catch (NumberFormatException | IndexOutOfBoundsException e) {
        throw new LaunchFailure(name + " takes a number");
      }
    }
  }
}
