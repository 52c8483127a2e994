package org.cairn.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cairn.caller.Caller;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Finds people and what ties them, in the views that the roster publishes. */
@Singleton
class PersonStore {

  private static final SqlText BY_SOURCED_ID =
      SqlText.of(
          "select id, grade from person where tenant_id = :tenant and sourced_id = :sourcedId");

  private static final SqlText BY_EMAIL =
      SqlText.of(
          "select id, grade from person where tenant_id = :tenant and lower(email) = lower(:email)");

  /** Finds the learner and narrows the transaction to its rows in one round trip. */
  private static final SqlText SELF =
      SqlText.of(
          """
          select id, grade, set_config('cairn.learner', id::text, true)
          from person where tenant_id = :tenant and sourced_id = :sourcedId
          """);

  private static final SqlText NARROW =
      SqlText.of("select set_config('cairn.learner', :learner::text, true)");

  private static final SqlText PRESENT =
      SqlText.of("select id from person where tenant_id = :tenant and id = any(:ids::uuid[])");

  private static final SqlText REMEMBERED =
      SqlText.of(
          """
          select p.learner_id as id from learner_place p
          where p.tenant_id = :tenant and p.learner_id = any(:ids::uuid[]) and not exists (
            select from erasure e where e.tenant_id = :tenant and e.learner_id = p.learner_id
              and e.erased_at >= :since)
          """);

  private static final SqlText ERASED =
      SqlText.of(
          """
          select 1 from erased_learner where tenant_id = :tenant
            and learner_key = encode(sha256(convert_to(:sourcedId, 'UTF8')), 'hex')
          """);

  private static final SqlText RELATION =
      SqlText.of(
          """
          select
            exists (select from guards where tenant_id = :tenant
              and viewer_id = :viewer and learner_id = :learner) as guards,
            exists (select from teaches where tenant_id = :tenant
              and viewer_id = :viewer and learner_id = :learner) as teaches,
            exists (select from administers where tenant_id = :tenant
              and viewer_id = :viewer and learner_id = :learner) as administers
          """);

  private static final SqlText LEADS =
      SqlText.of(
          """
          select true from leads
          where tenant_id = :tenant and viewer_id = :viewer and class_id = :class
          """);

  private static final SqlText IS_CLASS =
      SqlText.of("select true from class_today where tenant_id = :tenant and id = :class");

  private final TenantSql sql;

  @Inject
  PersonStore(TenantSql sql) {
    this.sql = sql;
  }

  /** The caller's person: by sourcedId, else by an e-mail address that only one person has. */
  Optional<Self> find(Caller caller) {
    if (caller.sourcedId() != null) {
      return sql.with(BY_SOURCED_ID).set("sourcedId", caller.sourcedId()).first(PersonStore::self);
    }
    if (caller.verifiedEmail() == null) {
      return Optional.empty();
    }
    List<Self> found =
        sql.with(BY_EMAIL).set("email", caller.verifiedEmail()).list(PersonStore::self);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The caller's person, with the transaction narrowed to its rows. */
  Optional<Self> becomeSelf(Caller caller) {
    if (caller.sourcedId() != null) {
      return sql.with(SELF).set("sourcedId", caller.sourcedId()).first(PersonStore::self);
    }
    Optional<Self> found = find(caller);
    found.ifPresent(self -> narrowTo(self.id()));
    return found;
  }

  /** Whether the caller was a learner whose records were erased. */
  boolean isErased(Caller caller) {
    return caller.sourcedId() != null
        && sql.with(ERASED)
            .set("sourcedId", caller.sourcedId())
            .first(row -> row.getInt(1))
            .isPresent();
  }

  void narrowTo(UUID learner) {
    sql.with(NARROW).set("learner", learner).list(row -> row.getString(1));
  }

  Set<UUID> present(Collection<UUID> ids) {
    return new HashSet<>(sql.with(PRESENT).set("ids", ids).list(PersonStore::id));
  }

  /** Those of the ids whom the roster knows, active or not, and who were not erased since then. */
  Set<UUID> remembered(Collection<UUID> ids, Instant since) {
    return new HashSet<>(
        sql.with(REMEMBERED).set("ids", ids).set("since", since).list(PersonStore::id));
  }

  Relation relation(UUID viewer, UUID learner) {
    SqlCall call = sql.with(RELATION).set("viewer", viewer).set("learner", learner);
    return call.first(
            row ->
                new Relation(
                    viewer.equals(learner),
                    row.getBoolean("guards"),
                    row.getBoolean("teaches"),
                    row.getBoolean("administers")))
        .orElse(Relation.NONE);
  }

  boolean leads(UUID viewer, UUID classId) {
    return sql.with(LEADS)
        .set("viewer", viewer)
        .set("class", classId)
        .first(row -> true)
        .orElse(false);
  }

  /** Whether the tenant has such a class that is not over. */
  boolean isClass(UUID classId) {
    return sql.with(IS_CLASS).set("class", classId).first(row -> true).orElse(false);
  }

  private static Self self(ResultSet row) throws SQLException {
    return new Self(id(row), row.getString("grade"));
  }

  private static UUID id(ResultSet row) throws SQLException {
    return SqlCall.uuid(row, "id");
  }
}
