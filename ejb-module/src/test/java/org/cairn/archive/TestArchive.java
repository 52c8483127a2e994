package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The archive in a folder, for tests of other components; it can be made to fail. */
public final class TestArchive {

  private final Path folder;
  private final FileObjectStore files;
  private boolean down;

  public TestArchive(Path folder) {
    this.folder = folder;
    this.files = new FileObjectStore(folder.resolve("objects"));
  }

  public static Archive in(Path folder) {
    return new TestArchive(folder).archive();
  }

  public Archive archive() {
    return new Archive(
        new Fallible(), new KeyRing(folder.resolve("keys"), folder.resolve("master.key")));
  }

  /** Has the storage answer no more, or again. */
  public void isDown(boolean down) {
    this.down = down;
  }

  /** The files of a tenant's container whose paths contain this. */
  public List<Path> files(String tenant, Container container, String part) throws IOException {
    Path root = folder.resolve("objects").resolve(tenant).resolve(container.id());
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().contains(part))
          .sorted()
          .toList();
    }
  }

  /** Alters one stored byte behind the header. */
  public static void tamper(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 20] ^= 1;
    Files.write(file, bytes);
  }

  private final class Fallible implements ObjectStore {

    @Override
    public List<StoredObject> putAll(List<Given> all) {
      return reached().putAll(all);
    }

    @Override
    public InputStream get(ObjectKey key, long from, long length) {
      return reached().get(key, from, length);
    }

    @Override
    public Optional<StoredObject> stat(ObjectKey key) {
      return reached().stat(key);
    }

    @Override
    public List<StoredObject> list(
        String tenant, Container container, String prefix, String after, int limit) {
      return reached().list(tenant, container, prefix, after, limit);
    }

    @Override
    public Optional<URI> link(ObjectKey key, Instant until) {
      return reached().link(key, until);
    }

    @Override
    public boolean delete(ObjectKey key) {
      return reached().delete(key);
    }

    private FileObjectStore reached() {
      if (down) {
        throw StorageOutage.unavailable(new IOException("made to fail"));
      }
      return files;
    }
  }
}
