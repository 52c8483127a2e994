package org.cairn.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;

/**
 * What the file {@code manifest.csv} announces.
 *
 * @param kinds the files that are there in full and that Cairn reads, in the order to read them
 * @param notImported the files that are there and that Cairn does not keep
 */
record Manifest(List<RosterKind> kinds, List<String> notImported) {

  static final String FILE = "manifest.csv";
  private static final String VERSION = "1.2";

  Manifest {
    kinds = List.copyOf(kinds);
    notImported = List.copyOf(notImported);
  }

  /**
   * Reads the properties.
   *
   * @throws ProblemException when the roster is of another version, a delta, or not announced well
   */
  static Manifest of(Map<String, String> properties) {
    requireVersion(properties.getOrDefault("oneroster.version", ""));
    List<String> bulk = new ArrayList<>();
    properties.forEach(
        (name, value) -> {
          if (name.startsWith("file.") && isBulk(name, value)) {
            bulk.add(name.substring("file.".length()));
          }
        });
    List<RosterKind> kinds = new ArrayList<>(List.of(RosterKind.values()));
    kinds.removeIf(kind -> !bulk.contains(kind.fileName()));
    if (kinds.isEmpty()) {
      throw RosterProblem.ROSTER_FILE_INVALID.with(
          "The manifest announces no file that Cairn reads.",
          new FieldError(FILE, "at least one of file.orgs, file.users … with the value bulk"));
    }
    bulk.removeIf(file -> RosterKind.ofFile(file).isPresent());
    bulk.sort(null);
    return new Manifest(kinds, bulk);
  }

  private static void requireVersion(String version) {
    if (!version.equals(VERSION) && !version.startsWith(VERSION + ".")) {
      throw RosterProblem.ONEROSTER_VERSION_UNSUPPORTED.with(
          "Export the roster as OneRoster 1.2 CSV.",
          new FieldError(FILE + "#oneroster.version", VERSION));
    }
  }

  private static boolean isBulk(String name, String value) {
    return switch (value) {
      case "bulk" -> true;
      case "absent" -> false;
      case "delta" ->
          throw RosterProblem.DELTA_NOT_SUPPORTED.with(
              "Export the whole roster instead.",
              new FieldError(FILE + "#" + name, "bulk or absent"));
      default ->
          throw RosterProblem.ROSTER_FILE_INVALID.with(
              "The manifest cannot be understood.",
              new FieldError(FILE + "#" + name, "bulk or absent"));
    };
  }
}
