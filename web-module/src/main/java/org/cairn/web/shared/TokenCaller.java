package org.cairn.web.shared;

import java.security.Principal;
import java.util.HashSet;
import java.util.Set;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.caller.Tenants;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.http.oidc.AccessToken;
import org.wildfly.security.http.oidc.OidcPrincipal;

/** Reads the caller out of a verified access token. */
final class TokenCaller {

  private TokenCaller() {}

  /** The caller, or {@code null} for a token that belongs to no tenant. */
  static @Nullable Caller of(@Nullable Principal principal) {
    if (!(principal instanceof OidcPrincipal<?> verified)) {
      return null;
    }
    AccessToken token = verified.getOidcSecurityContext().getToken();
    Set<String> roles = roles(token);
    String tenant = token.getClaimValueAsString("tenant");
    if (tenant == null && roles.contains(Roles.OPERATOR)) {
      tenant = Tenants.SHARED;
    } else if (tenant == null || tenant.isBlank() || tenant.equals(Tenants.SHARED)) {
      return null;
    } else {
      // An operator belongs to the installation; inside a district the role means nothing.
      roles.remove(Roles.OPERATOR);
    }
    return new Caller(
        tenant, token.getSubject(), roles, token.getClaimValueAsString("sourced_id"), email(token));
  }

  private static Set<String> roles(AccessToken token) {
    return token.getRealmAccessClaim() == null
        ? new HashSet<>()
        : new HashSet<>(token.getRealmAccessClaim().getRoles());
  }

  private static @Nullable String email(AccessToken token) {
    return Boolean.TRUE.equals(token.getClaimValue("email_verified")) ? token.getEmail() : null;
  }
}
