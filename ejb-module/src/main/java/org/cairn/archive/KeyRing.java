package org.cairn.archive;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.jwt.JwtHmacParameters;
import com.google.crypto.tink.jwt.JwtMac;
import com.google.crypto.tink.jwt.JwtMacConfig;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cairn.shared.Setting;

/**
 * The keys, outside the database: one for each learner, one for each district, one that links are
 * signed with. Each is a file, encrypted with the master key and bound to its name; it is made when
 * it is first needed, by one server among several. Nothing is kept in memory, so that a destroyed
 * key is gone at once.
 */
@Singleton
class KeyRing {

  private static final int SEGMENT = 1 << 16;
  private static final int KEY_BYTES = 32;
  private static final byte[] DESTROYED = new byte[0];

  private final Path folder;
  private final Path master;

  @Inject
  KeyRing() {
    this(
        Path.of(Setting.of("cairn.keys.folder", data() + "/cairn-keys")),
        Path.of(Setting.of("cairn.keys.master", data() + "/cairn-master.key")));
  }

  KeyRing(Path folder, Path master) {
    this.folder = folder;
    this.master = master;
    try {
      StreamingAeadConfig.register();
      JwtMacConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A learner's key.
   *
   * @throws org.cairn.shared.ProblemException {@code OBJECT_ERASED} when it was destroyed
   */
  StreamingAead ofLearner(String tenant, UUID learner) {
    return primitive(tenant + "/" + learner, StreamingAead.class);
  }

  /** Learners' keys, those that are missing made together; a destroyed one is not among them. */
  Map<UUID, StreamingAead> ofLearners(String tenant, Collection<UUID> learners) {
    Map<UUID, String> names = new HashMap<>();
    learners.forEach(learner -> names.put(learner, tenant + "/" + learner));
    Map<String, StreamingAead> found = primitives(names.values(), StreamingAead.class);
    names.values().retainAll(found.keySet());
    Map<UUID, StreamingAead> keys = new HashMap<>();
    names.forEach((learner, name) -> keys.put(learner, Objects.requireNonNull(found.get(name))));
    return keys;
  }

  /** Whether a learner's key was destroyed. */
  boolean isDestroyed(String tenant, UUID learner) {
    try {
      Path file = file(tenant + "/" + learner);
      return Files.exists(file) && Files.size(file) == 0;
    } catch (IOException e) {
      throw StorageOutage.unavailable(e);
    }
  }

  /** A district's key. */
  StreamingAead ofDistrict(String tenant) {
    return primitive(tenant + "/district", StreamingAead.class);
  }

  /** What links are signed with. */
  JwtMac ofLinks() {
    return primitive("links", JwtMac.class);
  }

  /** Destroys a learner's key for good: whatever it has encrypted can be read by nobody again. */
  void destroy(String tenant, UUID learner) {
    try {
      if (!Files.exists(folder)) {
        // Keys without a master key would be taken for such that lost it.
        MasterKey.of(master, folder);
      }
      KeyFiles.replace(file(tenant + "/" + learner), DESTROYED);
    } catch (GeneralSecurityException | IOException e) {
      throw StorageOutage.unavailable(e);
    }
  }

  private <T> T primitive(String name, Class<T> type) {
    T found = primitives(List.of(name), type).get(name);
    if (found == null) {
      throw ArchiveProblem.OBJECT_ERASED.with("Nobody can read them again.");
    }
    return found;
  }

  /** By name; a destroyed one is not among them, and those that are missing are made together. */
  private <T> Map<String, T> primitives(Collection<String> names, Class<T> type) {
    try {
      Aead sealing = MasterKey.of(master, folder);
      Map<Path, byte[]> missing = new HashMap<>();
      for (String name : names) {
        if (!Files.exists(file(name))) {
          missing.put(file(name), fresh(name, type, sealing));
        }
      }
      KeyFiles.makeAll(missing);
      Map<String, T> found = new HashMap<>();
      for (String name : names) {
        byte[] sealed = Files.readAllBytes(file(name));
        if (sealed.length > 0) {
          found.put(name, opened(name, type, sealed, sealing));
        }
      }
      return found;
    } catch (GeneralSecurityException | IOException e) {
      throw StorageOutage.unavailable(e);
    }
  }

  private static byte[] fresh(String name, Class<?> type, Aead sealing)
      throws GeneralSecurityException {
    KeysetHandle fresh = KeysetHandle.generateNew(parameters(type));
    return TinkProtoKeysetFormat.serializeEncryptedKeyset(fresh, sealing, bound(name));
  }

  private static <T> T opened(String name, Class<T> type, byte[] sealed, Aead sealing)
      throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(sealed, sealing, bound(name))
        .getPrimitive(RegistryConfiguration.get(), type);
  }

  private static byte[] bound(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  private static Parameters parameters(Class<?> type) throws GeneralSecurityException {
    if (type == JwtMac.class) {
      return JwtHmacParameters.builder()
          .setKeySizeBytes(KEY_BYTES)
          .setAlgorithm(JwtHmacParameters.Algorithm.HS256)
          .setKidStrategy(JwtHmacParameters.KidStrategy.IGNORED)
          .build();
    }
    return AesGcmHkdfStreamingParameters.builder()
        .setKeySizeBytes(KEY_BYTES)
        .setDerivedAesGcmKeySizeBytes(KEY_BYTES)
        .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
        .setCiphertextSegmentSizeBytes(SEGMENT)
        .build();
  }

  private Path file(String name) {
    return folder.resolve(name + ".key");
  }

  private static String data() {
    return Setting.of("jboss.server.data.dir", "data");
  }
}
