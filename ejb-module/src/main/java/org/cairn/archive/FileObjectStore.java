package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Objects as files of a folder, which several servers may share. A file is written beside the
 * others, forced to the disk and then moved to its place, so that it is seen whole or not at all.
 *
 * <p>Files end in {@code @}, which no segment of a path has: {@code a} and {@code a/b} may both be
 * objects.
 */
final class FileObjectStore implements ObjectStore {

  static final String MARK = "@";

  private final Path root;
  private final Path incoming;

  FileObjectStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
    this.incoming = this.root.resolve(".incoming");
  }

  @Override
  public List<StoredObject> putAll(List<Given> all) {
    List<FileDraft> drafts = new ArrayList<>();
    List<StoredObject> stored = new ArrayList<>();
    try {
      Files.createDirectories(incoming);
      try {
        List<FileHeader> headers = new ArrayList<>();
        for (Given each : all) {
          drafts.add(FileDraft.in(incoming));
          headers.add(drafts.get(drafts.size() - 1).write(each));
        }
        Disk.each(drafts, FileDraft::force);
        Set<Path> folders = new LinkedHashSet<>();
        for (int i = 0; i < all.size(); i++) {
          ObjectKey key = all.get(i).key();
          drafts.get(i).moveTo(file(key));
          folders.addAll(foldersOf(file(key)));
          stored.add(described(key.path().text(), headers.get(i), file(key)));
        }
        Disk.each(folders, Disk::forceFolder);
      } finally {
        for (FileDraft each : drafts) {
          each.close();
        }
      }
    } catch (IOException e) {
      throw StorageOutage.unavailable(e);
    }
    return stored;
  }

  @Override
  public InputStream get(ObjectKey key, long from, long length) {
    try {
      FileChannel file = FileChannel.open(file(key), StandardOpenOption.READ);
      try {
        FileHeader.read(file);
        file.position(FileHeader.LENGTH + from);
        return new PartStream(Channels.newInputStream(file), length);
      } catch (RuntimeException | IOException e) {
        file.close();
        throw e;
      }
    } catch (NoSuchFileException e) {
      throw StorageOutage.missing();
    } catch (IOException e) {
      throw StorageOutage.unavailable(e);
    }
  }

  @Override
  public Optional<StoredObject> stat(ObjectKey key) {
    return stat(key.path().text(), file(key));
  }

  @Override
  public List<StoredObject> list(
      String tenant, Container container, String prefix, String after, int limit) {
    Path folder = root.resolve(ObjectKey.folder(tenant, container));
    try {
      return new FolderWalk(folder, prefix, after, limit)
          .paths().stream()
              .flatMap(path -> stat(path, folder.resolve(path + MARK)).stream())
              .toList();
    } catch (IOException e) {
      throw StorageOutage.unavailable(e);
    }
  }

  /** A folder has no address; the application reads from it. */
  @Override
  public Optional<URI> link(ObjectKey key, Instant until) {
    return Optional.empty();
  }

  @Override
  public boolean delete(ObjectKey key) {
    try {
      return Files.deleteIfExists(file(key));
    } catch (IOException e) {
      throw StorageOutage.unavailable(e);
    }
  }

  private Path file(ObjectKey key) {
    return root.resolve(key.text() + MARK);
  }

  /** Its folder, and those that it may have needed. */
  private List<Path> foldersOf(Path file) {
    List<Path> folders = new ArrayList<>();
    for (Path at = file.getParent(); at != null && at.startsWith(root); at = at.getParent()) {
      folders.add(at);
    }
    return folders;
  }

  private static Optional<StoredObject> stat(String path, Path file) {
    try (FileChannel opened = FileChannel.open(file, StandardOpenOption.READ)) {
      return Optional.of(described(path, FileHeader.read(opened), file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StorageOutage.unavailable(e);
    }
  }

  private static StoredObject described(String path, FileHeader header, Path file)
      throws IOException {
    Instant storedAt = Files.getLastModifiedTime(file).toInstant();
    return new StoredObject(path, header.mediaType(), header.size(), header.sha256(), storedAt);
  }
}
