package org.cairn.audit;

/** How it ended. */
enum AuditOutcome {
  ALLOWED,
  REFUSED,
  FAILED
}
