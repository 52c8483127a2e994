package org.cairn.archive;

import com.google.crypto.tink.StreamingAead;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.Callers;
import org.cairn.shared.Page;

/**
 * What Cairn itself keeps in object storage, encrypted by AES-256-GCM in segments of 64 KiB: a
 * learner's objects with the learner's key, a district's with the district's. The object's whole
 * name is authenticated with it, so that none can be put in another's place.
 *
 * <p>Storing is no part of the transaction: store first and verify, then change rows. Every method
 * throws {@code STORAGE_UNAVAILABLE} when the storage or the keys cannot be reached, {@code
 * OBJECT_ERASED} when the learner's key was destroyed.
 */
@Singleton
public class Archive {

  private final ObjectStore store;
  private final KeyRing keys;

  @Inject
  Archive(ObjectStore store, KeyRing keys) {
    this.store = store;
    this.keys = keys;
  }

  /**
   * Stores a learner's object, whole or not at all, in the place of the one that was there.
   *
   * @param container one of learners' objects
   * @param about what the object tells of, such as a journey
   * @param file what it is, in words of the code and never of people: {@code summary.pdf}
   * @return size and SHA-256 of the bytes as they were given
   */
  public StoredObject put(
      VisibleLearner learner,
      Container container,
      UUID about,
      String file,
      String mediaType,
      InputStream bytes) {
    return put(key(learner, container, about, file), mediaType, bytes, ofLearner(learner));
  }

  /**
   * One of several objects that are stored together.
   *
   * @param about as {@code put} takes it
   * @param bytes asked once, in the turn of the object
   */
  public record Given(VisibleLearner learner, UUID about, Supplier<InputStream> bytes) {}

  /**
   * Stores learners' objects together, each as {@code put} does, in much less time: they share the
   * disk's forced writes. Where one fails, others may be stored.
   *
   * @return in the given order; nothing for whoever's key was destroyed
   */
  public List<Optional<StoredObject>> putAll(
      Container container, String file, String mediaType, List<Given> all) {
    Map<UUID, StreamingAead> found =
        keys.ofLearners(
            Callers.current().tenant(), all.stream().map(each -> each.learner().id()).toList());
    List<Optional<Sealing>> sealings =
        all.stream()
            .map(
                each ->
                    Optional.ofNullable(found.get(each.learner().id()))
                        .map(aead -> sealing(each, container, file, aead)))
            .toList();
    Iterator<StoredObject> stored =
        store
            .putAll(
                sealings.stream()
                    .flatMap(Optional::stream)
                    .map(sealing -> sealing.of(mediaType))
                    .toList())
            .iterator();
    return sealings.stream()
        .map(each -> each.map(sealing -> sealing.described(stored.next())))
        .toList();
  }

  private static Sealing sealing(
      Given given, Container container, String file, StreamingAead aead) {
    return new Sealing(key(given.learner(), container, given.about(), file), aead, given.bytes());
  }

  /** Whether a learner's key was destroyed: then there is nothing to store any more. */
  public boolean isErased(VisibleLearner learner) {
    return keys.isDestroyed(Callers.current().tenant(), learner.id());
  }

  /** Stores an object of the caller's district, as a learner's is stored. */
  public StoredObject put(
      Container container, ObjectPath path, String mediaType, InputStream bytes) {
    return put(key(container, path), mediaType, bytes, ofDistrict());
  }

  /**
   * Opens a learner's object; the stream has to be closed, and throws {@code OBJECT_DAMAGED} where
   * the bytes are not those that were stored.
   *
   * @throws org.cairn.shared.ProblemException {@code OBJECT_NOT_FOUND}
   */
  public InputStream open(VisibleLearner learner, Container container, UUID about, String file) {
    return open(key(learner, container, about, file), ofLearner(learner));
  }

  /** Opens an object of the caller's district, as a learner's is opened. */
  public InputStream open(Container container, ObjectPath path) {
    return open(key(container, path), ofDistrict());
  }

  /**
   * Whether an object reads back as it was given: to be asked before anything else is removed.
   *
   * @param opened the object, which is read to its end and closed
   * @param sha256 as {@code put} has answered it
   */
  public static boolean isWhole(InputStream opened, String sha256) {
    MeasuredOutput measured = new MeasuredOutput(OutputStream.nullOutputStream());
    try (opened) {
      opened.transferTo(measured);
    } catch (IOException e) {
      throw StorageOutage.unavailable(e);
    }
    return measured.sha256().equals(sha256);
  }

  /** A page of a learner's objects in a container, by path; sizes and hashes as stored. */
  public Page<StoredObject> page(
      VisibleLearner learner, Container container, String after, int limit) {
    require(container.isOfLearners());
    return listed(container, learner.id() + "/", after, limit);
  }

  /** A page of the district's objects in a container, by path; sizes and hashes as stored. */
  public Page<StoredObject> page(Container container, String prefix, String after, int limit) {
    require(container.isOfDistrict());
    return listed(container, prefix, after, limit);
  }

  private Page<StoredObject> listed(Container container, String prefix, String after, int limit) {
    String tenant = Callers.current().tenant();
    return Page.of(
        store.list(tenant, container, prefix, after, limit + 1), limit, StoredObject::path);
  }

  /** Removes a learner's object; answers whether it was there. */
  public boolean delete(VisibleLearner learner, Container container, UUID about, String file) {
    return store.delete(key(learner, container, about, file));
  }

  /** Removes an object of the caller's district; answers whether it was there. */
  public boolean delete(Container container, ObjectPath path) {
    return store.delete(key(container, path));
  }

  /**
   * Destroys a learner's key, which makes every copy of the learner's objects unreadable wherever
   * it is, then removes the objects. May be done again.
   */
  public void erase(VisibleLearner learner) {
    String tenant = Callers.current().tenant();
    keys.destroy(tenant, learner.id());
    Stream.of(Container.values())
        .filter(Container::isOfLearners)
        .forEach(container -> empty(tenant, container, learner.id() + "/"));
  }

  private void empty(String tenant, Container container, String prefix) {
    List<StoredObject> some = store.list(tenant, container, prefix, "", 500);
    while (!some.isEmpty()) {
      some.forEach(
          each -> store.delete(new ObjectKey(tenant, container, new ObjectPath(each.path()))));
      some = store.list(tenant, container, prefix, "", 500);
    }
  }

  private StoredObject put(ObjectKey key, String mediaType, InputStream bytes, StreamingAead aead) {
    Sealing sealing = new Sealing(key, aead, () -> bytes);
    return sealing.described(store.putAll(List.of(sealing.of(mediaType))).get(0));
  }

  private InputStream open(ObjectKey key, StreamingAead aead) {
    try {
      InputStream sealed = store.get(key, 0, Long.MAX_VALUE);
      return new CheckedInput(aead.newDecryptingStream(sealed, Sealing.bound(key)));
    } catch (GeneralSecurityException | IOException e) {
      throw StorageOutage.damaged(e);
    }
  }

  private StreamingAead ofLearner(VisibleLearner learner) {
    return keys.ofLearner(Callers.current().tenant(), learner.id());
  }

  private StreamingAead ofDistrict() {
    return keys.ofDistrict(Callers.current().tenant());
  }

  private static ObjectKey key(
      VisibleLearner learner, Container container, UUID about, String file) {
    require(container.isOfLearners());
    return ObjectKey.own(container, ObjectPath.of(learner.id(), about, file));
  }

  private static ObjectKey key(Container container, ObjectPath path) {
    require(container.isOfDistrict());
    return ObjectKey.own(container, path);
  }

  private static void require(boolean isItsContainer) {
    if (!isItsContainer) {
      throw new IllegalArgumentException("The container is of others' objects");
    }
  }
}
