package org.cairn.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedLinesTest {

  private static final String LINE = "{\"answer\":\"árbol\"}";

  @Test
  void givesBackWhatWasInMemory() throws IOException {
    assertEquals(List.of(LINE, LINE), lines(PackedLines.pack(lines(2))));
    assertEquals(List.of(), lines(PackedLines.pack(new byte[0])));
  }

  @Test
  void givesBackPagesOfEverySize() throws IOException {
    for (List<Integer> sizes :
        List.of(
            List.<Integer>of(), List.of(1, 0, 3), List.of(1, 20_000), List.of(20_000, 20_000))) {
      Iterator<Integer> pages = sizes.iterator();
      InputStream packed = PackedLines.pack(() -> pages.hasNext() ? lines(pages.next()) : null);
      assertEquals(
          sizes.stream().mapToInt(Integer::intValue).sum(), lines(packed).size(), sizes::toString);
    }
  }

  private static byte[] lines(int number) {
    return (LINE + "\n").repeat(number).getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> lines(InputStream packed) throws IOException {
    try (BufferedReader lines = PackedLines.unpack(packed)) {
      return lines.lines().toList();
    }
  }
}
