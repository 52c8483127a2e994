package org.cairn.launcher;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A person of the sample who can log in.
 *
 * @param tenant the district; none for who runs the installation
 * @param learnerId known once the roster is loaded, for learners only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SampleUser(
    String role,
    String username,
    String password,
    @Nullable String tenant,
    @Nullable String learnerId) {

  SampleUser withLearnerId(String id) {
    return new SampleUser(role, username, password, tenant, id);
  }

  boolean is(String wantedRole) {
    return role.equals(wantedRole);
  }

  boolean is(String wantedRole, String wantedTenant) {
    return is(wantedRole) && wantedTenant.equals(tenant);
  }
}
