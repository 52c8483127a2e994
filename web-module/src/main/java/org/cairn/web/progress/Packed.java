package org.cairn.web.progress;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** An answer's bytes as the device takes them: a long history repeats itself. */
final class Packed {

  /** Shorter ones fit into a packet of the network as they are. */
  private static final int SHORTEST = 1_024;

  private static final Pattern REFUSED = Pattern.compile(";\\s*q\\s*=\\s*0(?:\\.0*)?\\s*$");

  private final byte[] bytes;
  private final boolean smaller;

  private Packed(byte[] bytes, boolean smaller) {
    this.bytes = bytes;
    this.smaller = smaller;
  }

  /**
   * Compresses where that is wanted and worth it.
   *
   * @param accepted the request's Accept-Encoding
   */
  static Packed of(byte[] plain, @Nullable String accepted) {
    return plain.length >= SHORTEST && takesGzip(accepted)
        ? new Packed(gzip(plain), true)
        : new Packed(plain, false);
  }

  byte[] bytes() {
    return bytes;
  }

  boolean isSmaller() {
    return smaller;
  }

  Response.ResponseBuilder answer() {
    Response.ResponseBuilder answer =
        Response.ok(bytes).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    return smaller ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer;
  }

  private static boolean takesGzip(@Nullable String accepted) {
    return accepted != null
        && Arrays.stream(accepted.split(","))
            .map(String::strip)
            .anyMatch(
                coding ->
                    coding.regionMatches(true, 0, "gzip", 0, 4) && !REFUSED.matcher(coding).find());
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
