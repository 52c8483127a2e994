package org.cairn.shared;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * New ids: UUID version 7 (RFC 9562, section 5.7), so that rows made together lie together.
 *
 * <p>Holds its own time source: an id's timestamp orders pages on disk and means nothing else.
 */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** An id whose first 48 bits are the present millisecond and whose other 74 are random. */
  public static UUID next() {
    byte[] random = new byte[10];
    RANDOM.nextBytes(random);
    long high = ((random[0] & 0x0FL) << 8) | (random[1] & 0xFFL);
    long low = 0;
    for (int i = 2; i < 10; i++) {
      low = (low << 8) | (random[i] & 0xFFL);
    }
    long time = System.currentTimeMillis() << 16;
    return new UUID(time | 0x7000L | high, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
  }
}
