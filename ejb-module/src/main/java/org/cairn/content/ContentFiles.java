package org.cairn.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.content.ContentRules.Fault;
import org.cairn.definitions.DefinitionFile;
import org.cairn.definitions.DefinitionFiles;

/** Reads a folder of content; a wrong file is refused whole, and so is what depends on it. */
final class ContentFiles {

  static final String SCHEMA = "content.schema.json";

  private final DefinitionFiles files;

  ContentFiles(Path folder) {
    files = new DefinitionFiles(folder, SCHEMA);
  }

  /**
   * What a folder holds.
   *
   * @param refused one line for each fault: file, line, place, reason
   */
  record Found(List<ContentItem> items, List<String> refused) {}

  private record Placed(ContentItem item, DefinitionFile file, String pointer) {

    boolean isIn(List<DefinitionFile> files) {
      return files.contains(file);
    }
  }

  /** Each round leaves out the files that the one before found wrong. */
  Found read() {
    DefinitionFiles.Found found = files.read();
    Set<String> refused = new LinkedHashSet<>(found.refused());
    List<DefinitionFile> left = new ArrayList<>(found.files());
    List<Placed> all = found.files().stream().flatMap(ContentFiles::placed).toList();
    while (true) {
      IdentityHashMap<ContentItem, Placed> places = new IdentityHashMap<>();
      List<ContentItem> items = new ArrayList<>();
      for (Placed placed : all) {
        if (placed.isIn(left)) {
          places.put(placed.item(), placed);
          items.add(placed.item());
        }
      }
      List<Fault> faults = ContentRules.ofAll(items);
      if (faults.isEmpty()) {
        return new Found(items, List.copyOf(refused));
      }
      for (Fault fault : faults) {
        Placed placed = Objects.requireNonNull(places.get(fault.item()));
        refused.add(placed.file().fault(placed.pointer() + fault.pointer(), fault.reason()));
        left.remove(placed.file());
      }
    }
  }

  private static Stream<Placed> placed(DefinitionFile file) {
    List<Placed> placed = new ArrayList<>();
    for (ContentKind kind : ContentKind.values()) {
      JsonNode specs = file.spec().path(kind.plural());
      for (int i = 0; i < specs.size(); i++) {
        String pointer = "/" + kind.plural() + "/" + i;
        String origin = file.name() + ":" + file.lineOf(pointer);
        placed.add(new Placed(ContentReader.read(kind, specs.get(i), origin), file, pointer));
      }
    }
    return placed.stream();
  }
}
