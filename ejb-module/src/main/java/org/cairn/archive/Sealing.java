package org.cairn.archive;

import com.google.crypto.tink.StreamingAead;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Encrypts an object on its way to the storage, bound to its name, and measures what was given. */
final class Sealing implements ObjectStore.Content {

  private static final String BOUND = "cairn-object/1 ";

  private final ObjectKey key;
  private final StreamingAead aead;
  private final Supplier<InputStream> bytes;
  private @Nullable MeasuredOutput given;

  Sealing(ObjectKey key, StreamingAead aead, Supplier<InputStream> bytes) {
    this.key = key;
    this.aead = aead;
    this.bytes = bytes;
  }

  /** What an object's bytes are authenticated with. */
  static byte[] bound(ObjectKey key) {
    return (BOUND + key.text()).getBytes(StandardCharsets.UTF_8);
  }

  ObjectStore.Given of(String mediaType) {
    if (!key.container().mediaTypes().contains(mediaType)) {
      throw new IllegalArgumentException(key.container() + " takes no " + mediaType);
    }
    return new ObjectStore.Given(key, mediaType, null, this);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try (InputStream opened = bytes.get();
        OutputStream sealing = aead.newEncryptingStream(new StaysOpen(out), bound(key))) {
      given = new MeasuredOutput(sealing);
      new PartStream(opened, key.container().limit()).transferTo(given);
      if (opened.read() >= 0) {
        throw new IllegalArgumentException("An object of " + key.container() + " is smaller");
      }
    } catch (GeneralSecurityException e) {
      throw StorageOutage.unavailable(e);
    }
  }

  /** The stored object, with size and hash of the bytes as they were given. */
  StoredObject described(StoredObject stored) {
    MeasuredOutput measured = Objects.requireNonNull(given);
    return new StoredObject(
        stored.path(), stored.mediaType(), measured.size(), measured.sha256(), stored.storedAt());
  }

  /** Encrypting ends with closing, after which the storage still has to finish. */
  private static final class StaysOpen extends FilterOutputStream {

    StaysOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
