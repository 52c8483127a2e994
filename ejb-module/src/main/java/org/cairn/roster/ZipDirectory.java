package org.cairn.roster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * Measures a zip's central directory before a library reads it into memory: a small file can name a
 * million entries.
 */
final class ZipDirectory {

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int ZIP64_SIGNATURE = 0x07064b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int ZIP64_LOCATOR_LENGTH = 20;
  private static final int LENGTH_OFFSET = 12;

  private ZipDirectory() {}

  /** The directory's length in bytes, or -1 for what is no zip, or one of more than 4 GiB. */
  static long length(SeekableByteChannel zip) throws IOException {
    long tailLength =
        Math.min(zip.size(), (long) END_LENGTH + LONGEST_COMMENT + ZIP64_LOCATOR_LENGTH);
    ByteBuffer tail = ByteBuffer.allocate((int) tailLength).order(ByteOrder.LITTLE_ENDIAN);
    zip.position(zip.size() - tailLength);
    boolean more = true;
    while (more && tail.hasRemaining()) {
      more = zip.read(tail) >= 0;
    }
    for (int end = tail.position() - END_LENGTH; end >= 0; end--) {
      if (tail.getInt(end) == END_SIGNATURE) {
        return isZip64(tail, end) ? -1 : Integer.toUnsignedLong(tail.getInt(end + LENGTH_OFFSET));
      }
    }
    return -1;
  }

  private static boolean isZip64(ByteBuffer tail, int end) {
    int locator = end - ZIP64_LOCATOR_LENGTH;
    return locator >= 0 && tail.getInt(locator) == ZIP64_SIGNATURE;
  }
}
