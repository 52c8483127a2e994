package org.cairn.guardian;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Codes with which guardians are linked: 8 characters that people do not mistake. */
final class PairingCode {

  static final Duration GOOD_FOR = Duration.ofDays(7);

  /** Codes of one learner that are good at the same time. */
  static final int MOST_OPEN = 10;

  /** Without 0 and O, 1, I and L, and U: 30 characters, so there are 6.5e11 codes. */
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 8;

  private PairingCode() {}

  static String next(SecureRandom random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** A code as people write it: in small letters, with spaces or hyphens between. */
  static Optional<String> read(String text) {
    String code = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    boolean isCode =
        code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return isCode ? Optional.of(code) : Optional.empty();
  }

  /** What is stored of a code: whoever reads the table can link nobody. */
  static String hash(String tenant, String code) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] text = (tenant + "/" + code).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
