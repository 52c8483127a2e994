package org.cairn.audit;

/** What is worth an entry; a closed list, which {@code docs/audit.md} explains. */
public enum AuditAction {
  /** Somebody else than the learner was shown records of one learner. */
  LEARNER_READ,
  /** Somebody was shown a list of the learners that the caller's roles give a view of. */
  LEARNERS_LISTED,
  /** A request was refused for who the caller is, or for whom it was about. */
  REQUEST_REFUSED,
  TENANT_REGISTERED,
  TENANT_RENAMED,
  ROSTER_IMPORT_STARTED,
  ROSTER_IMPORT_ENDED,
  CALENDAR_CHANGED,
  TRACKS_ALIGNED,
  TRACK_ASSIGNED,
  TRACK_UNASSIGNED,
  /** A district's own track got a new version, or was opened again. */
  TRACK_CHANGED,
  TRACK_RETIRED,
  ROLES_CHANGED,
  RULES_CHANGED,
  /** A dry run of rules over the past was begun. */
  RULES_TRIED,
  /** A dry run was applied: ledgers were corrected. */
  RULES_REPLAYED,
  /** A code was made with which a guardian can be linked to a learner. */
  PAIRING_CODE_ISSUED,
  GUARDIAN_LINKED,
  GUARDIAN_UNLINKED,
  /** A guardian is kept from a learner's records for a time. */
  GUARDIAN_RESTRICTED,
  GUARDIAN_RESTRICTION_LIFTED,
  /** What guardians are let see in a district was changed. */
  GUARDIAN_SETTINGS_CHANGED,
  /** A signed link to a learner's object was made for a reader. */
  LINK_ISSUED,
  /** A signed link was followed. */
  LINK_USED,
  /** Somebody else than the learner downloaded one of its documents with a token. */
  DOCUMENT_OPENED,
  /** Somebody decided otherwise than a rule would have. */
  OVERRIDE_MADE,
  /** A guardian asked for an override that the school has to approve. */
  OVERRIDE_REQUESTED,
  /** A school has refused one. */
  OVERRIDE_REFUSED,
  /** Somebody of a learner's staff changed what it is to work on. */
  REMEDIATION_CHANGED,
  /** A district's settings of support were changed. */
  SUPPORT_CHANGED,
  CORRECTION_MADE,
  MODERATION_DECIDED,
  /** A district's settings of the guardians' digest were changed. */
  DIGEST_CHANGED,
  /** A district's settings of leaderboards were changed. */
  LEADERBOARDS_CHANGED,
  /** A learner was taken off all leaderboards. */
  LEADERBOARD_LEFT,
  /** A learner was put back on leaderboards. */
  LEADERBOARD_JOINED,
  JOB_STARTED,
  JOB_STOPPED,
  JOB_RESTARTED,
  JOB_ABANDONED,
  DATA_EXPORTED,
  DATA_ERASED,
  AUDIT_READ,
  AUDIT_EXPORTED,
  AUDIT_VERIFICATION_STARTED
}
