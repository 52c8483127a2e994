package org.cairn.onboarding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cairn.definitions.DefinitionFile;
import org.cairn.definitions.DefinitionFiles;
import org.cairn.shared.FieldError;

/** Reads a folder of track definitions; a wrong one is reported and the others are read. */
final class TrackFiles {

  static final String SCHEMA = "track.schema.json";

  private final DefinitionFiles files;

  TrackFiles(Path folder) {
    files = new DefinitionFiles(folder, SCHEMA);
  }

  /**
   * What a folder holds.
   *
   * @param refused one line for each definition that is wrong: file, line, place, reason
   */
  record Found(List<TrackDefinition> definitions, List<String> refused) {}

  Found read() {
    DefinitionFiles.Found found = files.read();
    List<TrackDefinition> definitions = new ArrayList<>();
    List<String> refused = new ArrayList<>(found.refused());
    Set<String> keys = new HashSet<>();
    for (DefinitionFile file : found.files()) {
      List<String> faults = faults(file, keys);
      if (faults.isEmpty()) {
        definitions.add(new TrackDefinition(file.spec().get("key").asText(), file.spec()));
      }
      refused.addAll(faults);
    }
    return new Found(definitions, refused);
  }

  private static List<String> faults(DefinitionFile file, Set<String> keys) {
    List<String> faults = new ArrayList<>();
    for (FieldError error : TrackFaults.of(file.spec())) {
      faults.add(file.fault(error.field(), error.message()));
    }
    if (faults.isEmpty() && !keys.add(file.spec().get("key").asText())) {
      faults.add(file.fault("/key", "another file defines this track"));
    }
    return faults;
  }
}
