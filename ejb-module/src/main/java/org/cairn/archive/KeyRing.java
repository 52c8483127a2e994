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
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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
      KeyFiles.replace(file(tenant + "/" + learner), DESTROYED);
    } catch (IOException e) {
      throw StorageOutage.unavailable(e);
    }
  }

  private <T> T primitive(String name, Class<T> type) {
    try {
      Aead sealing = MasterKey.of(master, folder);
      byte[] bound = name.getBytes(StandardCharsets.UTF_8);
      byte[] sealed = KeyFiles.read(file(name)).orElse(null);
      if (sealed == null) {
        KeysetHandle fresh = KeysetHandle.generateNew(parameters(type));
        sealed =
            KeyFiles.make(
                file(name), TinkProtoKeysetFormat.serializeEncryptedKeyset(fresh, sealing, bound));
      }
      if (sealed.length == 0) {
        throw ArchiveProblem.OBJECT_ERASED.with("Nobody can read them again.");
      }
      return TinkProtoKeysetFormat.parseEncryptedKeyset(sealed, sealing, bound)
          .getPrimitive(RegistryConfiguration.get(), type);
    } catch (GeneralSecurityException | IOException e) {
      throw StorageOutage.unavailable(e);
    }
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
