package org.cairn.guardian;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.ActingGuardian;
import org.cairn.access.ActingLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Keeps codes, and how often guardians were wrong. */
@Singleton
class PairingStore {

  /** Who asks several times at once may get one too many: the limit is against heaps. */
  private static final SqlText ISSUE =
      SqlText.of(
          """
          insert into pairing_code (tenant_id, code_hash, learner_id, issued_by, issued_at,
            expires_at)
          select :tenant, :hash, :learner, :issuer, :now, :expires
          where (select count(*) from pairing_code where tenant_id = :tenant
            and learner_id = :learner and used_at is null and expires_at > :now) < :most
          """);

  private static final SqlText FIND =
      SqlText.of(
          """
          select code.learner_id, code.used_at is not null as used from pairing_code code
          join person on person.tenant_id = :tenant and person.id = code.learner_id
          where code.tenant_id = :tenant and code.code_hash = :hash and code.expires_at > :now
            and code.learner_id <> :guardian
          for update of code
          """);

  private static final SqlText USE =
      SqlText.of(
          """
          update pairing_code set used_at = :now, used_by = :guardian
          where tenant_id = :tenant and code_hash = :hash
          """);

  /** Held until the transaction ends: a guardian's tries come one after the other. */
  private static final SqlText TRIES =
      SqlText.of(
          """
          insert into pairing_try (tenant_id, guardian_id, wrong) values (:tenant, :guardian, 0)
          on conflict (tenant_id, guardian_id) do update set wrong = pairing_try.wrong
          returning wrong, wrong_at, locked_until
          """);

  private static final SqlText KEEP_TRIES =
      SqlText.of(
          """
          update pairing_try set wrong = :wrong, wrong_at = :wrongAt, locked_until = :lockedUntil
          where tenant_id = :tenant and guardian_id = :guardian
          """);

  private final TenantSql sql;

  @Inject
  PairingStore(TenantSql sql) {
    this.sql = sql;
  }

  /** A code that was found. */
  record Code(UUID learnerId, boolean used) {}

  /** Whether the learner had room for one more. */
  boolean issue(ActingLearner learner, String hash, String issuer, Instant now, Instant expires) {
    return sql.with(ISSUE)
            .set("hash", hash)
            .set("learner", learner.id())
            .set("issuer", issuer)
            .set("now", now)
            .set("expires", expires)
            .set("most", PairingCode.MOST_OPEN)
            .update()
        == 1;
  }

  Optional<Code> find(ActingGuardian guardian, String hash, Instant now) {
    return sql.with(FIND)
        .set("hash", hash)
        .set("guardian", guardian.id())
        .set("now", now)
        .first(row -> new Code(SqlCall.uuid(row, "learner_id"), row.getBoolean("used")));
  }

  void use(ActingGuardian guardian, String hash, Instant now) {
    sql.with(USE).set("guardian", guardian.id()).set("hash", hash).set("now", now).update();
  }

  PairingTries tries(ActingGuardian guardian) {
    return sql.with(TRIES)
        .set("guardian", guardian.id())
        .first(
            row ->
                new PairingTries(
                    row.getInt("wrong"),
                    SqlCall.instantOrNull(row, "wrong_at"),
                    SqlCall.instantOrNull(row, "locked_until")))
        .orElseThrow();
  }

  void keep(ActingGuardian guardian, PairingTries tries) {
    sql.with(KEEP_TRIES)
        .set("guardian", guardian.id())
        .set("wrong", tries.wrong())
        .set("wrongAt", tries.wrongAt())
        .set("lockedUntil", tries.lockedUntil())
        .update();
  }
}
