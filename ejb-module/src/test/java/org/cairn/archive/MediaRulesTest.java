package org.cairn.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRulesTest {

  @ParameterizedTest
  @CsvSource({
    "image/png, 89504e470d0a1a0a0000",
    "image/jpeg, ffd8ffe0",
    "image/gif, 4749463839610100",
    "image/webp, 524946460000000057454250",
    "application/pdf, 255044462d312e37",
    "application/zstd, 28b52ffd00",
    "audio/mpeg, 49443304",
    "audio/mpeg, fffb9064",
    "audio/ogg, 4f67675300",
    "audio/wav, 524946460000000057415645",
    "audio/webm, 1a45dfa3",
    "audio/mp4, 000000186674797069736f6d"
  })
  void knowsFormatsByTheirMarks(String type, String hex) {
    byte[] head = HexFormat.of().parseHex(hex);
    assertTrue(MediaRules.fits(type, head));
    assertFalse(MediaRules.fits(type, Arrays.copyOf(head, 1)));
    assertFalse(MediaRules.fits(type, bytes("<html><script>alert(1)</script>")));
  }

  @Test
  void knowsTextByItsBeginning() {
    assertTrue(MediaRules.fits("application/json", bytes(" {\"a\": 1}")));
    assertTrue(MediaRules.fits("text/plain", bytes("Es ist Nacht über dem Meer.")));
    assertTrue(MediaRules.fits("text/vtt", bytes("WEBVTT\n\n")));
    assertFalse(MediaRules.fits("application/json", bytes("a")));
    assertFalse(MediaRules.fits("text/vtt", bytes("00:01")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "\n <!doctype html>",
        "a\u0000b"
      })
  void whatABrowserWouldRunIsNoText(String text) {
    assertFalse(MediaRules.fits("text/plain", bytes(text)));
    assertFalse(MediaRules.fits("text/markdown", bytes(text)));
  }

  @Test
  void otherEncodingsAreNoText() {
    assertFalse(MediaRules.fits("text/plain", "über".getBytes(StandardCharsets.ISO_8859_1)));
    assertFalse(MediaRules.fits("application/json", "{}".getBytes(StandardCharsets.UTF_16)));
  }

  @Test
  void aCharacterThatTheHeadCutsIsNoFault() {
    for (String character : new String[] {"ü", "€", "🪨"}) {
      for (int before = 0; before < 4; before++) {
        byte[] all = bytes("a".repeat(before) + character.repeat(MediaRules.HEAD));
        assertTrue(MediaRules.fits("text/plain", Arrays.copyOf(all, MediaRules.HEAD)));
      }
    }
  }

  @Test
  void parametersAreNoPartOfTheType() {
    assertEquals("text/plain", MediaRules.plain("Text/Plain; charset=utf-8"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
