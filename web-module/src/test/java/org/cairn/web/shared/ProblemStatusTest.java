package org.cairn.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.ProblemException;
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
    assertTrue(Problems.of(429).isWorthRetrying());
    assertTrue(Problems.of(503).isWorthRetrying());
    assertFalse(Problems.of(409).isWorthRetrying());
  }

  @Test
  void whoKnowsHowLongItIsInVainSaysSoInWholeSeconds() {
    ProblemException limited = CommonProblem.TOO_MANY_REQUESTS.with("Wait.");
    assertEquals(
        3600,
        ProblemDocument.of(limited.retryAfter(Duration.ofMillis(3_599_001))).secondsToRetry());
    assertEquals(1, ProblemDocument.of(limited.retryAfter(Duration.ZERO)).secondsToRetry());
    assertEquals(5, ProblemDocument.of(limited).secondsToRetry());
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
