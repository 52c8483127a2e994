package org.cairn.analytics;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cairn.analytics.ClosingStore.Line;

/** Lines of JSON as they are archived: compressed by zstd, each ended by a line feed. */
final class ArchiveLines {

  static final String MEDIA_TYPE = "application/zstd";

  private ArchiveLines() {}

  static byte[] compressed(List<Line> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new ZstdOutputStream(bytes)) {
      for (Line line : lines) {
        out.write(line.text().getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
