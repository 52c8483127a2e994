package org.cairn.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Whole lines of a file, and where each ends; what a cut write has left at the end is no line. */
final class AnchorLines {

  private final InputStream bytes;
  private long position;

  AnchorLines(RandomAccessFile file, long offset) throws IOException {
    file.seek(offset);
    this.bytes = new BufferedInputStream(Channels.newInputStream(file.getChannel()));
    this.position = offset;
  }

  /** The next line without its end, or {@code null}. */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(200);
    for (int read = bytes.read(); read >= 0; read = bytes.read()) {
      if (read == '\n') {
        position += line.size() + 1L;
        return line.toString(StandardCharsets.US_ASCII);
      }
      line.write(read);
    }
    return null;
  }

  /** Where the line after the last one begins, in bytes. */
  long position() {
    return position;
  }
}
