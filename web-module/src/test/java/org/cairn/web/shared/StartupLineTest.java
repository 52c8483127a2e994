package org.cairn.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartupLineTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db:5432/cairn, jdbc:postgresql://db:5432/cairn",
    "jdbc:postgresql://db/cairn?user=a&password=b, jdbc:postgresql://db/cairn?…",
    "https://a:b@login.example.org/realms/cairn, https://…@login.example.org/realms/cairn",
    ", (default)"
  })
  void anAddressIsToldWithoutItsSecrets(String value, String told) {
    assertEquals(told, StartupLine.plain(value));
  }
}
