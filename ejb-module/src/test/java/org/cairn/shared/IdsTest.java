package org.cairn.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void areVersionSevenAndOfTheStandardVariant() {
    UUID id = Ids.next();
    assertEquals(7, id.version());
    assertEquals(2, id.variant());
  }

  @Test
  void beginWithTheTime() {
    long before = System.currentTimeMillis();
    long time = Ids.next().getMostSignificantBits() >>> 16;
    assertTrue(time >= before && time <= System.currentTimeMillis());
  }

  @Test
  void neverMeet() {
    assertEquals(
        100_000, Stream.generate(Ids::next).limit(100_000).collect(Collectors.toSet()).size());
  }
}
