package org.cairn.archive;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines of text, compressed by Zstandard on their way into the archive and out of it: what {@code
 * zstd -d} reads. Memory: a page and some megabytes, whatever the size.
 */
public final class PackedLines {

  /** The media type of what is packed. */
  public static final String MEDIA_TYPE = "application/zstd";

  private static final int LEVEL = 3;

  /** A first page of so many bytes tells of many: below it a thread costs more than it spares. */
  private static final int WORTH_A_THREAD = 1 << 18;

  private PackedLines() {}

  /** Gives what is to be packed, page by page. */
  @FunctionalInterface
  public interface Pages {

    /** The next lines in UTF-8, each with its line feed; {@code null} behind the last. */
    byte @Nullable [] next();
  }

  /** Lines that are in memory, compressed. */
  public static InputStream pack(byte[] lines) {
    // Of its own each time: a context is not for several threads, and of this size costs little.
    try (ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(LEVEL).setChecksum(true)) {
      return new ByteArrayInputStream(zstd.compress(lines));
    }
  }

  /** The pages, compressed as they are asked for. */
  public static InputStream pack(Pages pages) {
    try {
      return new Packing(pages);
    } catch (IOException e) {
      throw StorageOutage.unavailable(e);
    }
  }

  /**
   * The lines of what was packed; to be closed.
   *
   * @param opened as the archive gives it
   */
  public static BufferedReader unpack(InputStream opened) {
    try {
      return new BufferedReader(
          new InputStreamReader(new ZstdInputStream(opened), StandardCharsets.UTF_8), 1 << 16);
    } catch (IOException e) {
      throw StorageOutage.damaged(e);
    }
  }

  /**
   * Asks for a page when all of the one before is read. Of large pages a thread of the library
   * compresses one, while the database already makes the next.
   */
  private static final class Packing extends InputStream {

    private final Pages pages;
    private final Drained packed = new Drained();
    private final ZstdOutputStream zstd;
    private boolean begun;
    private boolean ended;

    Packing(Pages pages) throws IOException {
      this.pages = pages;
      this.zstd = new ZstdOutputStream(packed, LEVEL).setChecksum(true);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      while (packed.isEmpty() && !ended) {
        byte[] page = pages.next();
        if (page == null) {
          ended = true;
          zstd.close();
        } else {
          begin(page.length);
          zstd.write(page, 0, page.length);
        }
      }
      return packed.drain(into, offset, length);
    }

    private void begin(int first) throws IOException {
      if (!begun && first >= WORTH_A_THREAD) {
        zstd.setWorkers(1);
      }
      begun = true;
    }

    @Override
    public void close() throws IOException {
      zstd.close();
    }
  }

  /** What was written and not read yet. */
  private static final class Drained extends ByteArrayOutputStream {

    private int start;

    boolean isEmpty() {
      return start == count;
    }

    int drain(byte[] into, int offset, int length) {
      if (isEmpty()) {
        return length == 0 ? 0 : -1;
      }
      int taken = Math.min(length, count - start);
      System.arraycopy(buf, start, into, offset, taken);
      start += taken;
      if (isEmpty()) {
        reset();
        start = 0;
      }
      return taken;
    }
  }
}
