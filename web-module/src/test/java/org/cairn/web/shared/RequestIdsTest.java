package org.cairn.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Test
  void theProxysOwnIdIsTakenOver() {
    assertEquals("edge-7.0af3_9", RequestIds.of("edge-7.0af3_9", null));
  }

  @Test
  void withoutOneTheTracesIdIs() {
    assertEquals(TRACE, RequestIds.of(null, "00-" + TRACE + "-00f067aa0ba902b7-01"));
    assertEquals(TRACE, RequestIds.of("bad id", "00-" + TRACE + "-00f067aa0ba902b7-01"));
  }

  @Test
  void withNeitherItIsANewOne() {
    String id = RequestIds.of(null, null);
    assertEquals(7, UUID.fromString(id).version());
    assertNotEquals(id, RequestIds.of(null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "with space",
        "line\nbreak",
        "<script>",
        "a\u00e9aaaaaaaa",
        "-leading1"
      })
  void whatIsNotWellFormedIsNotTakenOver(String given) {
    assertEquals(7, UUID.fromString(RequestIds.of(given, null)).version());
    assertEquals(7, UUID.fromString(RequestIds.of("a".repeat(65) + given, given)).version());
  }

  @Test
  void aTraceOfZerosIsNone() {
    String id = RequestIds.of(null, "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01");
    assertEquals(7, UUID.fromString(id).version());
  }
}
