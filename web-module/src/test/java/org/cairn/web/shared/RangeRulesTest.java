package org.cairn.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeRulesTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=0-9, 0, 10",
    "bytes=3-5, 3, 3",
    "bytes=3-, 3, 7",
    "bytes=8-100, 8, 2",
    "bytes=-3, 7, 3",
    "bytes=-100, 0, 10",
    "bytes=9-9, 9, 1"
  })
  void findsThePart(String range, long from, long length) {
    assertEquals(Optional.of(new RangeRules.Part(from, length)), RangeRules.part(range, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0", "bytes=999999999999999999-"})
  void findsThatThereIsNoSuchPart(String range) {
    assertEquals(Optional.of(false), RangeRules.part(range, 10).map(RangeRules.Part::isThere));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=5-3",
        "bytes=0-1,3-4",
        "bytes=a-b",
        "bytes=--1",
        "lines=0-1",
        "bytes=0-99999999999999999999"
      })
  void ignoresWhatItDoesNotTake(String range) {
    assertEquals(Optional.empty(), RangeRules.part(range, 10));
  }

  @Test
  void nothingIsAPartOfNothing() {
    assertEquals(Optional.of(false), RangeRules.part("bytes=0-", 0).map(RangeRules.Part::isThere));
  }
}
