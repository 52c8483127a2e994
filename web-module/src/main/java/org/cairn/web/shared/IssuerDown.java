package org.cairn.web.shared;

/** Recognizes that the token's issuer could not be asked, which is nobody's bad request. */
final class IssuerDown {

  private IssuerDown() {}

  static boolean isCauseOf(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause.getClass().getName().startsWith("org.wildfly.security.http.oidc.")) {
        return true;
      }
    }
    return false;
  }
}
