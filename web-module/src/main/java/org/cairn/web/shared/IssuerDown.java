package org.cairn.web.shared;

import java.util.Arrays;

/** Recognizes that the token's issuer could not be asked, which is nobody's bad request. */
final class IssuerDown {

  private static final String TOKEN_CHECK = "org.wildfly.security.http.oidc.";
  private static final int NEAR = 8;

  private IssuerDown() {}

  /**
   * Whether the server's token check itself has failed. It refuses bad tokens by a status; what it
   * throws, whatever the type, comes of metadata or keys that it could not load.
   */
  static boolean isCauseOf(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      boolean within =
          Arrays.stream(cause.getStackTrace())
              .limit(NEAR)
              .anyMatch(frame -> frame.getClassName().startsWith(TOKEN_CHECK));
      if (within || cause.getClass().getName().startsWith(TOKEN_CHECK)) {
        return true;
      }
    }
    return false;
  }
}
