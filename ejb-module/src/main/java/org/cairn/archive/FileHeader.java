package org.cairn.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * The first 256 bytes of an object's file, so that what is known of an object and its bytes are one
 * file, replaced at once: {@code cairn-object/1 {sha256} {size} {media type}}, filled up with
 * spaces to a line feed.
 */
record FileHeader(String sha256, long size, String mediaType) {

  static final int LENGTH = 256;
  private static final String VERSION = "cairn-object/1";

  ByteBuffer bytes() {
    String line = String.join(" ", VERSION, sha256, String.valueOf(size), mediaType);
    String filled = line + " ".repeat(LENGTH - 1 - line.length()) + "\n";
    return StandardCharsets.US_ASCII.encode(filled);
  }

  static FileHeader read(FileChannel file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = file.read(bytes, bytes.position());
    }
    String line = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    String[] parts = line.strip().split(" ", -1);
    if (parts.length != 4
        || !parts[0].equals(VERSION)
        || !parts[2].matches("\\d{1,18}")
        || file.size() != LENGTH + Long.parseLong(parts[2])) {
      throw StorageOutage.damaged();
    }
    return new FileHeader(parts[1], Long.parseLong(parts[2]), parts[3]);
  }
}
