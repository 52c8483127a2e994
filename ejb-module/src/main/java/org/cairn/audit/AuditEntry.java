package org.cairn.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cairn.caller.Caller;
import org.jspecify.annotations.Nullable;

/** An entry on its way into the table. */
record AuditEntry(
    UUID id,
    Instant at,
    String actor,
    List<String> roles,
    AuditAction action,
    String operation,
    AuditTarget target,
    AuditOutcome outcome,
    @Nullable String problem,
    @Nullable String requestId,
    @Nullable String address,
    Map<String, String> detail) {

  AuditEntry {
    detail = DetailRules.checked(new TreeMap<>(detail));
  }

  /** What the caller did now, as far as the thread knows it. */
  static AuditEntry of(UUID id, Instant at, Caller caller, AuditAction action, AuditTarget target) {
    Origin origin = Origin.current().orElse(null);
    return new AuditEntry(
        id,
        at,
        caller.subject(),
        caller.roles().stream().sorted().toList(),
        action,
        origin == null ? caller.subject() : origin.operation(),
        target,
        AuditOutcome.ALLOWED,
        null,
        origin == null ? null : origin.requestId(),
        origin == null ? null : origin.address(),
        Map.of());
  }

  AuditEntry ended(AuditOutcome how, @Nullable String code) {
    return new AuditEntry(
        id, at, actor, roles, action, operation, target, how, code, requestId, address, detail);
  }

  AuditEntry with(Map<String, String> more) {
    return new AuditEntry(
        id, at, actor, roles, action, operation, target, outcome, problem, requestId, address,
        more);
  }
}
