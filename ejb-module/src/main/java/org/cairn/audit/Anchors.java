package org.cairn.audit;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.shared.Setting;
import org.jspecify.annotations.Nullable;

/**
 * The heads of the chains outside the database, one file a tenant, to which lines are only added:
 * whoever rewrites the whole chain in the database would have to rewrite these, too.
 */
@Singleton
class Anchors {

  /** Longer than two lines, so that it holds a whole one. */
  private static final int TAIL = 1_024;

  /**
   * Some lines of a file.
   *
   * @param anchors those that can be read
   * @param unreadable how many cannot
   * @param end where the next line begins, in bytes
   */
  record Part(List<Anchor> anchors, int unreadable, long end) {}

  /** The number of the last anchor; 0 where there is none. */
  long lastNumber(String tenant) {
    Path file = file(tenant);
    if (!Files.exists(file)) {
      return 0;
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, bytes.length() - TAIL);
      byte[] tail = new byte[(int) (bytes.length() - from)];
      bytes.seek(from);
      bytes.readFully(tail);
      return new String(tail, StandardCharsets.US_ASCII)
          .lines()
          .flatMap(line -> Anchor.of(line).stream())
          .mapToLong(Anchor::number)
          .max()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a line, and returns when the disk has it. */
  void add(String tenant, Anchor anchor) {
    Path file = file(tenant);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        channel.position(channel.size());
        String begin = endsInLineFeed(channel) ? "" : "\n";
        ByteBuffer line = StandardCharsets.US_ASCII.encode(begin + anchor.line(tenant));
        while (line.hasRemaining()) {
          channel.write(line);
        }
        channel.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines from a place on, up to and with the first whose number is that or more. */
  Part read(String tenant, long offset, long number) {
    List<Anchor> anchors = new ArrayList<>();
    int unreadable = 0;
    long end = offset;
    if (!Files.exists(file(tenant))) {
      return new Part(anchors, unreadable, end);
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file(tenant).toFile(), "r")) {
      AnchorLines lines = new AnchorLines(bytes, offset);
      for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
        Optional<Anchor> anchor = Anchor.of(line);
        if (anchor.isPresent() && anchor.get().number() > number) {
          break;
        }
        anchor.ifPresent(anchors::add);
        unreadable += anchor.isPresent() || line.isEmpty() ? 0 : 1;
        end = lines.position();
      }
      return new Part(anchors, unreadable, end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the last write was a whole one; a power failure may have cut it. */
  private static boolean endsInLineFeed(FileChannel channel) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return channel.size() == 0
        || (channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n');
  }

  private static Path file(String tenant) {
    String data = Setting.of("jboss.server.data.dir", "data");
    String folder = Setting.of("cairn.audit.anchors", data + "/cairn-audit-anchors");
    return Path.of(folder, tenant + ".jsonl");
  }
}
