package org.cairn.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.shared.Cursor;
import org.jspecify.annotations.Nullable;

/** Reads entries, the latest first, by the index that fits what is asked for. */
@Singleton
class EntryStore {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final SqlText ALL = page("");
  private static final SqlText OF_LEARNER = page("and e.learner_id = :learner::uuid");
  private static final SqlText OF_ACTOR = page("and e.actor = :actor");
  private static final SqlText OF_BOTH =
      page("and e.learner_id = :learner::uuid and e.actor = :actor");

  /** One's own, and what people did whom their roles make no guardian. */
  private static final SqlText SHOWN_TO =
      page(
          """
          and e.learner_id = :learner::uuid and e.action = any(:actions::text[])
          and (e.actor = :actor or (cardinality(e.roles) > 0 and not e.roles @> '{guardian}'))""");

  /** After the latest entry: no other is later, and PostgreSQL knows the time. */
  private static final Cursor.Moment END =
      new Cursor.Moment(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

  private final TenantSql sql;

  @Inject
  EntryStore(TenantSql sql) {
    this.sql = sql;
  }

  /** The entries before a moment, the latest first. */
  List<AuditEntryView> page(AuditFilter filter, Cursor.@Nullable Moment moment, int limit) {
    SqlText text =
        filter.learner() == null
            ? filter.actor() == null ? ALL : OF_ACTOR
            : filter.actor() == null ? OF_LEARNER : OF_BOTH;
    return asked(text, filter, moment, limit).list(EntryStore::view);
  }

  /**
   * Entries of a learner that one of its guardians is shown: of these actions, its own and those of
   * people who are no guardians.
   *
   * @param filter with a learner, and the guardian as actor
   */
  List<AuditEntryView> shown(
      AuditFilter filter, Collection<String> actions, Cursor.@Nullable Moment moment, int limit) {
    return asked(SHOWN_TO, filter, moment, limit).set("actions", actions).list(EntryStore::view);
  }

  private SqlCall asked(
      SqlText text, AuditFilter filter, Cursor.@Nullable Moment moment, int limit) {
    Cursor.Moment before = moment == null ? END : moment;
    return sql.with(text)
        .set("learner", filter.learner())
        .set("actor", filter.actor())
        .set("action", filter.action())
        .set("outcome", filter.outcome())
        .set("from", filter.from())
        .set("to", filter.to())
        .set("at", before.at())
        .set("id", before.id())
        .set("limit", limit);
  }

  private static SqlText page(String condition) {
    return SqlText.of(
        """
        select e.id, e.at, e.actor, e.roles, e.action, e.operation, e.target_kind, e.target_id,
          e.learner_id, e.outcome, e.problem, e.request_id, e.address, e.detail::text as detail,
          s.number
        from audit_entry e
        left join audit_seal s on s.tenant_id = :tenant and s.entry_id = e.id
        where e.tenant_id = :tenant and (e.at, e.id) < (:at, :id) CONDITION
          and e.at >= coalesce(:from::timestamptz, '-infinity')
          and e.at < coalesce(:to::timestamptz, 'infinity')
          and (:action::text is null or e.action = :action::text)
          and (:outcome::text is null or e.outcome = :outcome::text)
        order by e.at desc, e.id desc
        limit :limit
        """
            .replace("CONDITION", condition));
  }

  private static AuditEntryView view(ResultSet row) throws SQLException {
    return new AuditEntryView(
        SqlCall.uuid(row, "id"),
        SqlCall.instant(row, "at"),
        row.getString("actor"),
        List.of((String[]) row.getArray("roles").getArray()),
        row.getString("action"),
        row.getString("operation"),
        row.getString("target_kind"),
        row.getString("target_id"),
        row.getObject("learner_id", UUID.class),
        row.getString("outcome"),
        row.getString("problem"),
        row.getString("request_id"),
        row.getString("address"),
        detail(row.getString("detail")),
        row.getObject("number", Long.class));
  }

  private static JsonNode detail(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
