package org.cairn.web.shared;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells what the server's token check throws apart: it refuses most bad tokens by a status. */
final class TokenCheck {

  private static final String PLACE = "org.wildfly.security.http.oidc.";
  private static final String KEY_OF_TOKEN = PLACE + "TokenValidator.setVerificationKey";
  private static final String OURS = IssuerKeys.class.getName();
  private static final int NEAR = 8;

  private TokenCheck() {}

  /**
   * The status of an answer, where it was the token check that has failed: 401 when it stumbled
   * over a token without a key's id, which it takes for one that is sealed with a secret; else 503,
   * for it could not load the issuer's metadata or keys.
   */
  static OptionalInt status(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      Optional<String> place =
          Arrays.stream(cause.getStackTrace())
              .limit(NEAR)
              .map(frame -> frame.getClassName() + "." + frame.getMethodName())
              .filter(frame -> frame.startsWith(PLACE) || frame.startsWith(OURS))
              .findFirst();
      if (place.isPresent() || cause.getClass().getName().startsWith(PLACE)) {
        return OptionalInt.of(place.filter(KEY_OF_TOKEN::equals).isPresent() ? 401 : 503);
      }
    }
    return OptionalInt.empty();
  }
}
