package org.cairn.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the table holds it.
 *
 * @param xact the transaction that wrote it
 * @param content SHA-256 of its canonical form, in hexadecimal
 */
record StoredEntry(UUID id, Instant at, String xact, String content) {

  /** The columns that {@link #of} reads, of the table by the alias {@code e}. */
  static final String COLUMNS =
      """
      e.tenant_id, e.id, e.at, e.actor, e.roles, e.action, e.operation, e.target_kind,
      e.target_id, e.learner_id, e.outcome, e.problem, e.request_id, e.address,
      e.detail::text as detail, e.xact::text as xact
      """;

  private static final String FORMAT = "cairn-audit-entry-1";

  static StoredEntry of(ResultSet row) throws SQLException {
    Instant at = SqlCall.instant(row, "at");
    return new StoredEntry(
        SqlCall.uuid(row, "id"), at, row.getString("xact"), Sha256.hex(canonical(row, at)));
  }

  /** Every column, in the table's order; {@code docs/audit.md} describes the form. */
  private static String canonical(ResultSet row, Instant at) throws SQLException {
    return Sha256.join(
        FORMAT,
        row.getString("tenant_id"),
        row.getString("id"),
        micros(at),
        row.getString("actor"),
        Sha256.join((@Nullable String[]) row.getArray("roles").getArray()),
        row.getString("action"),
        row.getString("operation"),
        row.getString("target_kind"),
        row.getString("target_id"),
        row.getString("learner_id"),
        row.getString("outcome"),
        row.getString("problem"),
        row.getString("request_id"),
        row.getString("address"),
        row.getString("detail"),
        row.getString("xact"));
  }

  static String micros(Instant at) {
    return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at));
  }
}
