package org.cairn.archive;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What all keys are encrypted with: 32 bytes in Base64 in a file of its own. To whoever uses it it
 * is an {@link Aead}, which the clients of key management services are as well.
 */
final class MasterKey {

  private static final int BYTES = 32;

  private MasterKey() {}

  /**
   * The key of the file, which is made where there are no keys yet.
   *
   * @param keys the folder of the keys that it encrypts
   */
  static Aead of(Path file, Path keys) throws IOException, GeneralSecurityException {
    byte[] text = Files.exists(file) ? Files.readAllBytes(file) : make(file, keys);
    byte[] key = Base64.getDecoder().decode(new String(text, StandardCharsets.US_ASCII).strip());
    if (key.length != BYTES) {
      throw new GeneralSecurityException("The master key is no " + BYTES + " bytes in Base64");
    }
    return new AesGcmJce(key);
  }

  private static byte[] make(Path file, Path keys) throws IOException, GeneralSecurityException {
    if (Files.exists(keys) && !Files.exists(file)) {
      throw new GeneralSecurityException(
          "There are keys, but the file of their master key is gone");
    }
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    String text = Base64.getEncoder().encodeToString(key) + "\n";
    return KeyFiles.make(file, text.getBytes(StandardCharsets.US_ASCII));
  }
}
