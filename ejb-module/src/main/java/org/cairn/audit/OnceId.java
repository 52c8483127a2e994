package org.cairn.audit;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/**
 * The id of what is written down once in a period of time, however often it happens: the same for
 * the same, so that the second insert finds the first. A UUID of version 8 (RFC 9562): the period's
 * millisecond, then a hash.
 */
final class OnceId {

  private OnceId() {}

  static UUID of(Instant period, String... parts) {
    ByteBuffer hash = ByteBuffer.wrap(Sha256.of(Sha256.join(parts)));
    long high = (period.toEpochMilli() << 16) | 0x8000L | (hash.getShort() & 0x0FFFL);
    long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
