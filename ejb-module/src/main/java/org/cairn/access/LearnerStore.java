package org.cairn.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.cairn.caller.SqlCall;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

@Singleton
class LearnerStore {

  private static final String PAGE =
      """
      select id, sourced_id, coalesce(preferred_given_name, given_name) as given_name,
        family_name, grade
      from person learner
      where tenant_id = :tenant and id in (SCOPE)
        and (:after::uuid is null or id > :after::uuid)
      order by id
      limit :limit
      """;

  private final TenantSql sql;

  @Inject
  LearnerStore(TenantSql sql) {
    this.sql = sql;
  }

  List<LearnerView> page(VisibleScope scope, @Nullable String after, int limit) {
    return scope
        .bind(sql.with(scope.in(PAGE)))
        .set("after", after)
        .set("limit", limit)
        .list(
            row ->
                new LearnerView(
                    SqlCall.uuid(row, "id"),
                    row.getString("sourced_id"),
                    row.getString("given_name"),
                    row.getString("family_name"),
                    row.getString("grade")));
  }
}
