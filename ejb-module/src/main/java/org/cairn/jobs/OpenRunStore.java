package org.cairn.jobs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.jobs.JobRunView.State;
import org.jspecify.annotations.Nullable;

/** Reads the runs for those who change them. */
@Singleton
class OpenRunStore {

  private static final String OPEN = "state in ('STARTING', 'RUNNING', 'STOPPING', 'INTERRUPTED')";

  private static final SqlText IS_OPEN =
      SqlText.of(
          "select id from job_run where (tenant_id = :tenant or :tenant = 'shared')"
              + " and tenant_id = :home and job = :job and key = :key and "
              + OPEN);

  private static final SqlText CAN_GO_ON =
      SqlText.of(
          "select id from job_run where tenant_id = :tenant and job = :job and key = :key and ("
              + OPEN
              + " or state = 'STOPPED')");

  private static final SqlText REQUESTED =
      SqlText.of(
          """
          select id from job_run
          where (tenant_id = :tenant or :tenant = 'shared') and tenant_id = :home
            and job = :job and request_key = :requestKey
          """);

  private static final String STORED =
      """
      select id, job, state, attempt, deaths, node, execution_id, parameter_names, parameter_values
      from job_run
      where (tenant_id = :tenant or :tenant = 'shared')
      """;

  private static final SqlText FIND = SqlText.of(STORED + " and id = :id");

  private static final SqlText ORPHANS =
      SqlText.of(
          STORED
              + """
               and tenant_id = :tenant
              and (state in ('STARTING', 'RUNNING', 'STOPPING') and not node = any(:alive::text[])
                or state = 'INTERRUPTED' and node <> :node)
              """);

  private static final SqlText OF_NODE =
      SqlText.of(
          """
          select id, job, attempt, state, execution_id from job_run
          where tenant_id = :tenant and node = :node and state in ('RUNNING', 'STOPPING')
            and execution_id is not null
          """);

  private final TenantSql sql;

  @Inject
  OpenRunStore(TenantSql sql) {
    this.sql = sql;
  }

  /** A run, as far as its next attempt needs it. */
  record Stored(
      UUID id,
      String job,
      State state,
      int attempt,
      int deaths,
      String node,
      @Nullable Long execution,
      Map<String, String> parameters) {}

  /** A run that this server should be working on. */
  record OwnRun(UUID id, String job, int attempt, State state, long execution) {}

  Optional<UUID> open(String home, String job, String key) {
    return sql.with(IS_OPEN)
        .set("home", home)
        .set("job", job)
        .set("key", key)
        .first(row -> SqlCall.uuid(row, "id"));
  }

  boolean canGoOn(String job, String key) {
    return sql.with(CAN_GO_ON)
        .set("job", job)
        .set("key", key)
        .first(row -> SqlCall.uuid(row, "id"))
        .isPresent();
  }

  Optional<UUID> requested(String home, String job, String requestKey) {
    return sql.with(REQUESTED)
        .set("home", home)
        .set("job", job)
        .set("requestKey", requestKey)
        .first(row -> SqlCall.uuid(row, "id"));
  }

  Optional<Stored> find(UUID id) {
    return sql.with(FIND).set("id", id).first(OpenRunStore::stored);
  }

  /** The open runs that no living server works on. */
  List<Stored> orphans(Collection<String> alive, String node) {
    return sql.with(ORPHANS).set("alive", alive).set("node", node).list(OpenRunStore::stored);
  }

  List<OwnRun> ofNode(String node) {
    return sql.with(OF_NODE)
        .set("node", node)
        .list(
            row ->
                new OwnRun(
                    SqlCall.uuid(row, "id"),
                    row.getString("job"),
                    row.getInt("attempt"),
                    State.valueOf(row.getString("state")),
                    row.getLong("execution_id")));
  }

  static Map<String, String> parameters(ResultSet row) throws SQLException {
    String[] names = (String[]) row.getArray("parameter_names").getArray();
    String[] values = (String[]) row.getArray("parameter_values").getArray();
    Map<String, String> parameters = new TreeMap<>();
    for (int i = 0; i < names.length; i++) {
      parameters.put(names[i], values[i]);
    }
    return parameters;
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        SqlCall.uuid(row, "id"),
        row.getString("job"),
        State.valueOf(row.getString("state")),
        row.getInt("attempt"),
        row.getInt("deaths"),
        row.getString("node"),
        row.getObject("execution_id", Long.class),
        parameters(row));
  }
}
