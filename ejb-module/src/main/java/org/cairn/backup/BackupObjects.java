package org.cairn.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cairn.archive.Archive;
import org.cairn.archive.ArchiveProblem;
import org.cairn.archive.Container;
import org.cairn.archive.ObjectPath;
import org.cairn.archive.PackedLines;
import org.cairn.archive.StoredObject;
import org.cairn.shared.ProblemException;

/** Backups as objects: {@code manifests/{backup}.json} and {@code parts/{backup}/{file}}. */
@Singleton
class BackupObjects {

  private static final String MANIFESTS = "manifests/";
  private static final String PARTS = "parts/";
  private static final String JSON = ".json";
  private static final int PAGE = 500;

  private final Archive archive;

  @Inject
  BackupObjects(Archive archive) {
    this.archive = archive;
  }

  /** All backups, the newest first. */
  List<UUID> backups() {
    return list(MANIFESTS).stream()
        .map(path -> path.substring(MANIFESTS.length(), path.length() - JSON.length()))
        .map(UUID::fromString)
        .sorted(Comparator.comparing(UUID::toString).reversed())
        .toList();
  }

  /** Whatever has parts, a backup or not. */
  Set<UUID> withParts() {
    Set<UUID> found = new TreeSet<>();
    int from = PARTS.length();
    list(PARTS).forEach(path -> found.add(UUID.fromString(path.substring(from, from + 36))));
    return found;
  }

  /** The files of a backup's parts. */
  List<String> files(UUID backup) {
    String folder = PARTS + backup + "/";
    return list(folder).stream().map(path -> path.substring(folder.length())).toList();
  }

  /** A backup's manifest; nothing where there is none that can be read. */
  Optional<Manifest> manifest(UUID backup) {
    try (InputStream opened = archive.open(Container.PROFILE_BACKUPS, manifestOf(backup))) {
      return Manifest.read(opened);
    } catch (ProblemException e) {
      if (ArchiveProblem.isLost(e)) {
        return Optional.empty();
      }
      throw e;
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void put(Manifest manifest) {
    archive.put(
        Container.PROFILE_BACKUPS,
        manifestOf(manifest.id()),
        "application/json",
        new ByteArrayInputStream(manifest.json()));
  }

  StoredObject put(UUID backup, String file, PackedLines.Pages pages) {
    try (InputStream packed = PackedLines.pack(pages)) {
      return archive.put(
          Container.PROFILE_BACKUPS, pathOf(backup, file), PackedLines.MEDIA_TYPE, packed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isWhole(UUID backup, Manifest.Part part) {
    try {
      return Archive.isWhole(open(backup, part), part.sha256());
    } catch (ProblemException e) {
      if (ArchiveProblem.isLost(e)) {
        return false;
      }
      throw e;
    }
  }

  BufferedReader lines(UUID backup, Manifest.Part part) {
    return PackedLines.unpack(open(backup, part));
  }

  void delete(UUID backup, String file) {
    archive.delete(Container.PROFILE_BACKUPS, pathOf(backup, file));
  }

  /** Removes a backup: the manifest first, so that no half of it is one. */
  void delete(UUID backup) {
    archive.delete(Container.PROFILE_BACKUPS, manifestOf(backup));
    files(backup).forEach(file -> delete(backup, file));
  }

  private InputStream open(UUID backup, Manifest.Part part) {
    return archive.open(Container.PROFILE_BACKUPS, pathOf(backup, part.file()));
  }

  private List<String> list(String prefix) {
    List<String> paths = new java.util.ArrayList<>();
    List<StoredObject> some;
    do {
      String after = paths.isEmpty() ? "" : paths.get(paths.size() - 1);
      some = archive.page(Container.PROFILE_BACKUPS, prefix, after, PAGE).items();
      some.forEach(object -> paths.add(object.path()));
    } while (some.size() == PAGE);
    return paths;
  }

  private static ObjectPath manifestOf(UUID backup) {
    return new ObjectPath(MANIFESTS + backup + JSON);
  }

  private static ObjectPath pathOf(UUID backup, String file) {
    return new ObjectPath(PARTS + backup + "/" + file);
  }
}
