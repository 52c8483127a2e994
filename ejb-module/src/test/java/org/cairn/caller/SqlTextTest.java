package org.cairn.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTextTest {

  @Test
  void namesBecomePlacesAndCastsStay() {
    SqlText text =
        SqlText.of("select :a::uuid, b::text from t where c = any(:ids::uuid[]) and d = :a");
    assertEquals("select ?::uuid, b::text from t where c = any(?::uuid[]) and d = ?", text.jdbc());
    assertEquals(List.of("a", "ids", "a"), text.parameters());
  }
}
