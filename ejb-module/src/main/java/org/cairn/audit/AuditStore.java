package org.cairn.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Adds entries. */
@Singleton
class AuditStore {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String INSERT =
      """
      insert into audit_entry (tenant_id, id, at, actor, roles, action, operation, target_kind,
        target_id, learner_id, outcome, problem, request_id, address, detail)
      select :tenant, :id, :at, :actor, :roles, :action, :operation, :targetKind,
        :targetId, :learner::uuid, :outcome, :problem, :requestId, :address, :detail::jsonb
      """;

  private static final SqlText ADD = SqlText.of(INSERT + " on conflict do nothing");

  private static final SqlText ADD_REFUSAL =
      SqlText.of(
          INSERT
              + """
              where (select count(*) from audit_entry e
                where e.tenant_id = :tenant and e.actor = :actor and e.at >= :since
                  and e.outcome = 'REFUSED') < :most
              on conflict do nothing
              """);

  private final TenantSql sql;

  @Inject
  AuditStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Adds it, unless one with its id is there. */
  void add(AuditEntry entry) {
    bind(sql.with(ADD), entry).update();
  }

  /** Adds it, unless one with its id, or enough of the same caller, is there. */
  void addRefusal(AuditEntry entry, Instant since, int most) {
    bind(sql.with(ADD_REFUSAL), entry).set("since", since).set("most", most).update();
  }

  private static SqlCall bind(SqlCall call, AuditEntry entry) {
    return call.set("id", entry.id())
        .set("at", entry.at())
        .set("actor", entry.actor())
        .set("roles", entry.roles())
        .set("action", entry.action().name())
        .set("operation", entry.operation())
        .set("targetKind", entry.target().kind())
        .set("targetId", entry.target().id())
        .set("learner", entry.target().learner())
        .set("outcome", entry.outcome().name())
        .set("problem", entry.problem())
        .set("requestId", entry.requestId())
        .set("address", entry.address())
        .set("detail", json(entry));
  }

  private static String json(AuditEntry entry) {
    try {
      return JSON.writeValueAsString(entry.detail());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
