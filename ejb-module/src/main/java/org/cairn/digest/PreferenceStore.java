package org.cairn.digest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.cairn.access.ActingGuardian;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Keeps what guardians want of the digest. */
@Singleton
class PreferenceStore {

  private static final SqlText FIND =
      SqlText.of(
          """
          select coalesce(w.wanted, true) as wanted, coalesce(w.language, :language) as language,
            coalesce(p.email, '') <> '' as address
          from person p
          left join digest_preference w on w.tenant_id = :tenant and w.guardian_id = p.id
          where p.tenant_id = :tenant and p.id = :guardian
          """);

  private static final SqlText PUT =
      SqlText.of(
          """
          insert into digest_preference (tenant_id, guardian_id, wanted, language, changed_at)
          values (:tenant, :guardian, :wanted, :language, :now)
          on conflict (tenant_id, guardian_id) do update set wanted = excluded.wanted,
            language = excluded.language, changed_at = excluded.changed_at
          """);

  private final TenantSql sql;

  @Inject
  PreferenceStore(TenantSql sql) {
    this.sql = sql;
  }

  DigestPreferenceView find(ActingGuardian guardian) {
    return sql.with(FIND)
        .set("guardian", guardian.id())
        .set("language", LetterText.DEFAULT)
        .first(
            row ->
                new DigestPreferenceView(
                    row.getBoolean("wanted"), row.getString("language"), row.getBoolean("address")))
        .orElseThrow();
  }

  void put(ActingGuardian guardian, boolean wanted, String language, Instant now) {
    sql.with(PUT)
        .set("guardian", guardian.id())
        .set("wanted", wanted)
        .set("language", language)
        .set("now", now)
        .update();
  }
}
