package org.cairn.caller;

import java.util.Arrays;
import java.util.Set;
import org.cairn.shared.CommonProblem;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is calling, as a verified token or a job says.
 *
 * @param tenant the tenant that the call belongs to, {@link Tenants#SHARED} for operators
 * @param subject the token's {@code sub}, or a job's name
 * @param roles the realm roles, see {@link Roles}
 * @param sourcedId the OneRoster sourcedId of the person, where the token has it
 * @param verifiedEmail the person's address, only where the issuer has verified it
 */
public record Caller(
    String tenant,
    String subject,
    Set<String> roles,
    @Nullable String sourcedId,
    @Nullable String verifiedEmail) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** A job that works for one tenant. */
  public static Caller job(String tenant, String name) {
    return new Caller(tenant, name, Set.of(Roles.SYSTEM), null, null);
  }

  public boolean is(String role) {
    return roles.contains(role);
  }

  /**
   * Refuses a caller whose token has a role where it means nothing: {@code @RolesAllowed} knows the
   * token only, and an operator inside a district is none.
   *
   * @param anyOf the roles of which the caller has to have one
   * @throws org.cairn.shared.ProblemException {@code ROLE_MISSING}
   */
  public void require(String... anyOf) {
    if (Arrays.stream(anyOf).noneMatch(this::is)) {
      throw CommonProblem.ROLE_MISSING.with("The operation is for other roles.");
    }
  }
}
