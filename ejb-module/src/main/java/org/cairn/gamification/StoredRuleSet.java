package org.cairn.gamification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.cairn.caller.Tenants;

/**
 * A stored version of the rules.
 *
 * @param owner the tenant that made it
 * @param number from 1, for each tenant
 */
record StoredRuleSet(
    String owner, int number, JsonNode spec, String hash, Instant createdAt, String createdBy) {

  /** What it is called in its tenant: {@code shared-1}, {@code district-3}. */
  String name() {
    return name(owner, number);
  }

  boolean isShared() {
    return owner.equals(Tenants.SHARED);
  }

  static String name(String owner, int number) {
    return (owner.equals(Tenants.SHARED) ? "shared-" : "district-") + number;
  }
}
