package org.cairn.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {

  private static final String ROUTE = "/api/v1/learners/{learner}/profile";

  @ParameterizedTest
  @ValueSource(strings = {"me", "42", "0198c2a4-0000-7000-8000-00000000000f"})
  void anIdStandsInThePlaceOfItsParameter(String id) {
    assertEquals(
        "/api/v1/learners/" + id + "/profile",
        PlainPath.of("/api/v1/learners/" + id + "/profile", ROUTE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dale.jimenez", "dale@example.org", "Dale%20Jimenez", "", "%0A", "1e9"})
  void whatIsNoIdDoesNot(String written) {
    assertEquals(ROUTE, PlainPath.of("/api/v1/learners/" + written + "/profile", ROUTE));
  }

  @Test
  void anAddressThatIsNoOperationsIsNotTold() {
    assertEquals("unmatched", PlainPath.of("/api/v1/learners/dale/jimenez/x", "unmatched"));
    assertEquals("unmatched", PlainPath.of("dale", "unmatched"));
  }

  @Test
  void aTemplateOfAnotherLengthIsToldAsItIs() {
    assertEquals(ROUTE, PlainPath.of("/api/v1/learners/me/profile/", ROUTE));
  }
}
