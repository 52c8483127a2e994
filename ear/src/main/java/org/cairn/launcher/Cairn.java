package org.cairn.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cairn.launcher.bench.Bench;

/** The Java side of the {@code cairn} script: one command a run, one line for what goes wrong. */
public final class Cairn {

  private static final Map<String, CairnCommand> COMMANDS =
      Map.of(
          "run",
          new Run(),
          "migrate",
          new Migrate(),
          "sweep",
          new Sweep(),
          "bench",
          new Bench(),
          "audit",
          new AuditCommand(),
          "jobs",
          new JobsTerminal());

  private Cairn() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) {
    CairnCommand command = arguments.isEmpty() ? null : COMMANDS.get(arguments.get(0));
    if (command == null) {
      return complain("unknown command; the commands are " + COMMANDS.keySet());
    }
    Path root = Path.of(System.getProperty("cairn.root", ".")).toAbsolutePath().normalize();
    try {
      command.run(Home.ofRun(root), arguments.subList(1, arguments.size()));
      return 0;
    } catch (LaunchFailure failure) {
      return complain(String.valueOf(failure.getMessage()));
    } catch (InterruptedException interruption) {
      return complain("interrupted");
    } catch (Exception bug) {
      if (System.getenv("CAIRN_TRACE") != null) {
        bug.printStackTrace();
      }
      return complain(bug + " (CAIRN_TRACE=1 shows where)");
    }
  }

  private static int complain(String message) {
    System.err.println("cairn: " + message);
    return 1;
  }
}
