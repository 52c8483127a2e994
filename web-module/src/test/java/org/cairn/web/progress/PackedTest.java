package org.cairn.web.progress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTest {

  private static final byte[] LONG = new byte[5_000];

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "br, gzip", "gzip;q=0.5", "deflate, gzip;q=1.0, *;q=0"})
  void compressesForWhoTakesIt(String accepted) throws IOException {
    Packed packed = Packed.of(LONG, accepted);
    assertTrue(packed.isSmaller() && packed.bytes().length < 100);
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
      assertArrayEquals(LONG, plain.readAllBytes());
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "br", "identity", "gzip;q=0", "gzip; q=0.000"})
  void leavesAsItIsForOthers(@Nullable String accepted) {
    assertFalse(Packed.of(LONG, accepted).isSmaller());
  }

  @Test
  void leavesShortAnswersAsTheyAre() {
    byte[] brief = new byte[100];
    assertArrayEquals(brief, Packed.of(brief, "gzip").bytes());
  }
}
