package org.cairn.launcher.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.launcher.LaunchFailure;

/** Sends a request's own statements with nothing in between: what PostgreSQL alone can do. */
final class Pgbench {

  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

  private final Target target;
  private final Path folder;
  private final int connections;

  private Pgbench(Target target, Path folder, int connections) {
    this.target = target;
    this.folder = folder;
    this.connections = connections;
  }

  /**
   * Writes one script a learner.
   *
   * @param recorded a request of the first learner, with event ids that begin with the marker
   */
  static Pgbench of(
      Target target,
      int connections,
      List<RecordedStatement> recorded,
      String marker,
      List<String> learners)
      throws IOException {
    List<List<RecordedStatement>> each = new ArrayList<>();
    for (String learner : learners) {
      each.add(
          recorded.stream().map(statement -> statement.with(learners.get(0), learner)).toList());
    }
    return of(target, connections, each, marker);
  }

  /**
   * Writes one script a recorded request.
   *
   * @param marker with which the ids of their events begin, if they have any
   */
  static Pgbench of(
      Target target, int connections, List<List<RecordedStatement>> requests, String marker)
      throws IOException {
    Path folder = Files.createDirectories(target.home().in("pgbench"));
    try (Stream<Path> old = Files.list(folder)) {
      for (Path script : old.toList()) {
        Files.delete(script);
      }
    }
    for (int i = 0; i < requests.size(); i++) {
      StringBuilder script = new StringBuilder("\\set run random(1, 4611686018427387904)\n");
      for (RecordedStatement statement : requests.get(i)) {
        script.append(withFreshIds(statement.withLiterals(), marker)).append(";\n");
      }
      Files.writeString(folder.resolve("learner-" + i + ".sql"), script);
    }
    return new Pgbench(target, folder, connections);
  }

  /** Every literal with the marker gets another run's number in its place. */
  private static String withFreshIds(String sql, String marker) {
    Pattern literal = Pattern.compile("'([^']*" + Pattern.quote(marker) + "[^']*)'");
    return literal
        .matcher(sql)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    "replace(" + found.group() + ", '" + marker + "', :run::text)"));
  }

  /** Transactions a second. */
  double run(int seconds) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command(seconds)).redirectErrorStream(true);
    builder.environment().put("PGOPTIONS", "-c search_path=cairn");
    Process process = start(builder);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher tps = TPS.matcher(output);
    if (process.waitFor() != 0 || !tps.find()) {
      throw new LaunchFailure("pgbench failed: " + output);
    }
    return Double.parseDouble(tps.group(1));
  }

  private List<String> command(int seconds) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("pgbench", "-h", "localhost", "-U", "cairn_app", "-n"));
    command.addAll(List.of("-p", "" + target.databasePort(), "-M", "prepared", "-j", "2"));
    command.addAll(List.of("-c", "" + connections, "-T", "" + seconds));
    try (Stream<Path> scripts = Files.list(folder)) {
      scripts.sorted().forEach(script -> command.addAll(List.of("-f", script.toString())));
    }
    command.add("cairn");
    return command;
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException missing) {
      throw new LaunchFailure("pgbench is needed (Debian: apt-get install postgresql-contrib)");
    }
  }
}
