package org.cairn.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cairn.shared.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/learners/%00",
        "/api/v1/learners/%0a",
        "/api/v1/learners/%7F",
        "/api/v1/learners/%C0%80",
        "/api/v1/learners/%E0%80%80",
        "/api/v1/learners/%ED%A0%80",
        "/api/v1/learners/%",
        "/api/v1/learners/%4",
        "/api/v1/learners/%zz",
        "/api/v1/learners/a%2Fb",
        "/api/v1/learners/a%5Cb",
        "/api/v1/learners/a\\b",
        "/api/v1/learners;x=1",
        "/api/v1/learners%3Bx=1",
        "/api/v1//learners",
        "/api/v1/./learners",
        "/api/v1/learners/../admin",
        "/api/v1/learners/%2E%2E/admin",
        "/api/v1/learners/.."
      })
  void aSecondSpellingOfAPathIsRefused(String path) {
    assertEquals("path", Addresses.wrong(path, null).map(FieldError::field).orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "cursor=%00, cursor",
    "limit=1&cursor=a%0Db, cursor",
    "cursor=%C0%AF, cursor",
    "%00=1, query",
    "cursor=%F, cursor"
  })
  void aParameterThatNoFieldWouldTakeIsNamed(String query, String field) {
    assertEquals(field, Addresses.wrong("/api/v1/x", query).map(FieldError::field).orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/learning/events:batch,",
    "/api/v1/learners/me/profile, limit=5&cursor=abc_-",
    "/api/v1/learning/onboarding/tracks/first%20steps, productId=caf%C3%A9+au+lait",
    "/api/v1/a%F0%9F%98%80, q=100%25"
  })
  void otherAddressesPass(String path, String query) {
    assertTrue(Addresses.wrong(path, query).isEmpty());
  }

  @Test
  void anAddressHasAnEnd() {
    assertTrue(Addresses.wrong("/", "x".repeat(8_191)).isEmpty());
    assertTrue(Addresses.wrong("/", "x".repeat(8_192)).isPresent());
  }

  @Test
  void anEncodedLetterDoesNotHideAnOperation() {
    assertEquals(
        "/api/v1/admin/roster/imports", Addresses.decoded("/api/v1/admin/roster/%69mports"));
  }
}
