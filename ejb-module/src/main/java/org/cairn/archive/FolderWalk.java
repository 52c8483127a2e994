package org.cairn.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the paths of a folder's objects in the order of their bytes, a page at a time. */
final class FolderWalk {

  private final Path folder;
  private final String prefix;
  private final String after;
  private final int limit;
  private final List<String> found = new ArrayList<>();

  FolderWalk(Path folder, String prefix, String after, int limit) {
    this.folder = folder;
    this.prefix = prefix;
    this.after = after;
    this.limit = limit;
  }

  List<String> paths() throws IOException {
    walk("");
    return found;
  }

  private void walk(String inside) throws IOException {
    for (String name : names(inside)) {
      if (found.size() == limit) {
        return;
      }
      String path = inside + name;
      if (!path.endsWith("/")) {
        take(path);
      } else if (mayHold(path)) {
        walk(path);
      }
    }
  }

  private void take(String path) {
    if (path.startsWith(prefix) && path.compareTo(after) > 0) {
      found.add(path);
    }
  }

  /** Whether a folder, told with its slash, may hold what is looked for. */
  private boolean mayHold(String path) {
    boolean isOnTheWay = path.startsWith(prefix) || prefix.startsWith(path);
    return isOnTheWay && (path.compareTo(after) > 0 || after.startsWith(path));
  }

  /** What stands right in a folder: objects by their names, folders with a slash behind. */
  private List<String> names(String inside) throws IOException {
    Path at = folder.resolve(inside);
    if (!Files.isDirectory(at)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(at)) {
      return entries.flatMap(FolderWalk::name).sorted(Comparator.naturalOrder()).toList();
    }
  }

  private static Stream<String> name(Path entry) {
    String name = entry.getFileName().toString();
    if (name.endsWith(FileObjectStore.MARK)) {
      return Stream.of(name.substring(0, name.length() - 1));
    }
    return Files.isDirectory(entry) ? Stream.of(name + "/") : Stream.empty();
  }
}
