package org.cairn.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Hashes of parts that cannot be taken for other parts. */
final class Sha256 {

  private Sha256() {}

  static byte[] of(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hex(String text) {
    return HexFormat.of().formatHex(of(text));
  }

  /**
   * One text of several: each as its length in bytes of UTF-8, a colon and itself; an absent one as
   * a hyphen; a line feed after each.
   */
  static String join(@Nullable String... parts) {
    StringBuilder joined = new StringBuilder();
    for (@Nullable String part : parts) {
      if (part == null) {
        joined.append('-');
      } else {
        joined.append(part.getBytes(StandardCharsets.UTF_8).length).append(':').append(part);
      }
      joined.append('\n');
    }
    return joined.toString();
  }
}
