package org.cairn.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Objects as files of a folder, which several servers may share. A file is written beside the
 * others, forced to the disk and then moved to its place, so that it is seen whole or not at all.
 *
 * <p>Files end in {@code @}, which no segment of a path has: {@code a} and {@code a/b} may both be
 * objects.
 */
final class FileObjectStore implements ObjectStore {

  static final String MARK = "@";

  private static final boolean SYNCS_FOLDERS =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path root;
  private final Path incoming;

  FileObjectStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
    this.incoming = this.root.resolve(".incoming");
  }

  @Override
  public StoredObject put(
      ObjectKey key, String mediaType, @Nullable String sha256, Content content) {
    try {
      Files.createDirectories(incoming);
      Path draft = Files.createTempFile(incoming, "put-", ".tmp");
      try {
        FileHeader header = write(draft, mediaType, content);
        if (sha256 != null && !sha256.equals(header.sha256())) {
          throw StorageOutage.damaged();
        }
        Path file = file(key);
        Files.createDirectories(file.getParent());
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(file);
        return described(key.path().text(), header, file);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw StorageOutage.unavailable(e);
    }
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

  private static FileHeader write(Path draft, String mediaType, Content content)
      throws IOException {
    try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.allocate(FileHeader.LENGTH));
      // Not to be closed here: the channel is still needed.
      OutputStream bytes = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
      MeasuredOutput measured = new MeasuredOutput(bytes);
      content.writeTo(measured);
      measured.flush();
      FileHeader header = new FileHeader(measured.sha256(), measured.size(), mediaType);
      file.write(header.bytes(), 0);
      file.force(true);
      return header;
    }
  }

  /** Has the disk know the file's name, and those of the folders that it may have needed. */
  private void sync(Path file) throws IOException {
    if (!SYNCS_FOLDERS) {
      return;
    }
    for (Path at = file.getParent(); at != null && at.startsWith(root); at = at.getParent()) {
      try (FileChannel folder = FileChannel.open(at, StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
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
