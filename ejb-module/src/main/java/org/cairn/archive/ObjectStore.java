package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The port to wherever objects are kept. Every method throws {@code STORAGE_UNAVAILABLE} when the
 * storage does not answer or has no room.
 */
interface ObjectStore {

  /** What an object is made of, written once. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * An object that is to be stored.
   *
   * @param sha256 that the bytes must have, in hexadecimal, where it is known before
   */
  record Given(ObjectKey key, String mediaType, @Nullable String sha256, Content content) {}

  /**
   * Stores objects, each whole or not at all; what was there before is replaced. Returns when all
   * of them are durable; where one fails, others may be there.
   *
   * @return what is known of each, in the given order
   * @throws org.cairn.shared.ProblemException {@code OBJECT_DAMAGED} when bytes have another hash
   */
  List<StoredObject> putAll(List<Given> all);

  /** Stores one, as several are. */
  default StoredObject put(
      ObjectKey key, String mediaType, @Nullable String sha256, Content content) {
    return putAll(List.of(new Given(key, mediaType, sha256, content))).get(0);
  }

  /**
   * A part of an object's bytes, as a stream that has to be closed.
   *
   * @param from the first byte, counted from 0
   * @param length how many at most
   * @throws org.cairn.shared.ProblemException {@code OBJECT_NOT_FOUND}
   */
  InputStream get(ObjectKey key, long from, long length);

  /** What is known of an object without reading it. */
  Optional<StoredObject> stat(ObjectKey key);

  /**
   * Objects of a tenant's container, in the order of their paths as bytes.
   *
   * @param prefix that all of their paths have; may be empty
   * @param after the path behind which to begin; empty for the first
   */
  List<StoredObject> list(
      String tenant, Container container, String prefix, String after, int limit);

  /**
   * An address by which anybody can read the object until then, for objects of content only: a
   * learner's are read through the application. Nothing where the storage gives none.
   */
  Optional<URI> link(ObjectKey key, Instant until);

  /** Removes an object; answers whether it was there. */
  boolean delete(ObjectKey key);
}
