package org.cairn.attack;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Somebody with a token.
 *
 * @param name as it stands in what a test reports
 * @param tenant the claim, or null
 * @param sourcedId the claim, or null
 */
record Person(String name, String tenant, String sourcedId, Set<String> roles) {

  static final Set<String> ALL_ROLES =
      new TreeSet<>(
          Set.of(
              "learner",
              "guardian",
              "teacher",
              "school-admin",
              "district-admin",
              "author",
              "moderator",
              "operator",
              "system"));

  Person(String name, String tenant, String sourcedId, String role) {
    this(name, tenant, sourcedId, Set.of(role));
  }

  /** The same one, with a role of every kind. */
  Person almighty() {
    return new Person(name + " with every role", tenant, sourcedId, ALL_ROLES);
  }

  String subject() {
    return UUID.nameUUIDFromBytes(
            (tenant + "/" + sourcedId + "/" + name).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
