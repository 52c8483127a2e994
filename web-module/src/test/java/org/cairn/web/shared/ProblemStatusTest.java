package org.cairn.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.cairn.shared.ProblemKind;
import org.junit.jupiter.api.Test;

class ProblemStatusTest {

  @Test
  void everyKindHasItsStatus() {
    assertEquals(
        List.of(400, 401, 403, 404, 410, 409, 412, 413, 422, 429, 503),
        Arrays.stream(ProblemKind.values()).map(ProblemStatus::of).toList());
  }

  @Test
  void onlyWhatMayPassLaterIsWorthRetrying() {
    assertTrue(ProblemStatus.isWorthRetrying(429));
    assertTrue(ProblemStatus.isWorthRetrying(503));
    assertFalse(ProblemStatus.isWorthRetrying(409));
  }

  @Test
  void whatTheTokenCheckThrowsIsTheIssuersAbsence() {
    assertEquals(OptionalInt.empty(), TokenCheck.status(new IllegalArgumentException("ELY23015")));
    assertEquals(OptionalInt.of(503), thrownIn("TokenValidator$Builder", "build"));
    assertEquals(OptionalInt.of(503), thrownIn("JWKPublicKeyLocator", "sendRequest"));
  }

  @Test
  void aTokenWithoutAKeysIdIsABadOne() {
    assertEquals(OptionalInt.of(401), thrownIn("TokenValidator", "setVerificationKey"));
  }

  private static OptionalInt thrownIn(String type, String method) {
    IllegalArgumentException thrown = new IllegalArgumentException();
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("org.jose4j.Builder", "build", null, 1),
          new StackTraceElement("org.wildfly.security.http.oidc." + type, method, null, 1),
          new StackTraceElement(
              "org.wildfly.security.http.oidc.TokenValidator", "setVerificationKey", null, 1)
        });
    return TokenCheck.status(new IllegalStateException(thrown));
  }
}
