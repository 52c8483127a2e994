package org.cairn.soak;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what the clients were told with what the database holds. */
final class Verdict {

  private static final String LEDGER_THAT_IS_NOT_ITS_PROFILE =
      """
      select p.learner_id || ': balance ' || p.balance || ', ledger ' || coalesce(x.total, 0)
      from game_profile p left join (
        select tenant_id, learner_id, sum(amount) as total, count(*) as rows,
          max(number) as last
        from xp_transaction group by tenant_id, learner_id
      ) x using (tenant_id, learner_id)
      where p.balance is distinct from coalesce(x.total, 0)
        or p.transactions is distinct from coalesce(x.rows, 0)
        or coalesce(x.rows, 0) <> coalesce(x.last, 0)
      """;

  private static final String TRACK_THAT_WAS_NOT_PAID_AS_IT_SAYS =
      """
      select p.learner_id || ': ' || p.track_key || ' says ' || p.xp_earned
        || ', paid ' || coalesce(sum(x.amount), 0)
      from onboarding_progress p
      left join xp_transaction x on x.tenant_id = p.tenant_id and x.learner_id = p.learner_id
        and x.source like 'track/' || p.track_key || '/%'
      group by p.tenant_id, p.learner_id, p.track_key, p.xp_earned
      having p.xp_earned <> coalesce(sum(x.amount), 0)
      """;

  /** The fold of the first steps, told once more in SQL over the log. */
  private static final String TRACK_THAT_IS_NOT_THE_FOLD_OF_THE_LOG =
      """
      with done as (
        select tenant_id, learner_id,
          (count(*) filter (where name = 'cairn.opened') > 0)::integer
          + (count(*) filter (where name = 'companion.chosen') > 0)::integer
          + (count(*) filter (where name = 'goal.set') > 0)::integer
          + (count(*) filter (where name = 'lesson.started') > 0)::integer as single,
          (count(*) filter (where name = 'page.read') >= 3)::integer as pages
        from learning_event group by tenant_id, learner_id
        having bool_and(event_id like current_setting('cairn.run') || '-%')
      ), due as (
        select *, 20 * single + 30 * pages
          + case when single = 4 and pages = 1 then 50 else 0 end as xp from done
      )
      select due.learner_id || ': due ' || due.xp || ', has ' || coalesce(p.xp_earned, 0)
      from due left join onboarding_progress p on p.tenant_id = due.tenant_id
        and p.learner_id = due.learner_id and p.track_key = 'first-steps'
      where due.xp <> coalesce(p.xp_earned, 0)
      """;

  private static final String LOCK_THAT_LAGS_BEHIND_ITS_LOG =
      """
      select l.learner_id || ': lock ' || l.last_position || ', log ' || max(e.position)
      from learner_log l join learning_event e using (tenant_id, learner_id)
      group by l.tenant_id, l.learner_id, l.last_position
      having max(e.position) > l.last_position
      """;

  private Verdict() {}

  /** What is wrong: lost, doubled, misplaced or half stored; nothing when all is well. */
  static List<String> on(List<Journal.Entry> journal, String run, Connection database)
      throws SQLException {
    List<String> wrong = new ArrayList<>();
    try (Statement statement = database.createStatement()) {
      statement.execute("set search_path = cairn");
      statement.execute("set cairn.run = '" + run + "'");
      wrong.addAll(compare(journal, stored(statement, run)));
      for (String check :
          List.of(
              LEDGER_THAT_IS_NOT_ITS_PROFILE,
              TRACK_THAT_WAS_NOT_PAID_AS_IT_SAYS,
              TRACK_THAT_IS_NOT_THE_FOLD_OF_THE_LOG,
              LOCK_THAT_LAGS_BEHIND_ITS_LOG)) {
        try (ResultSet rows = statement.executeQuery(check)) {
          while (rows.next()) {
            wrong.add(rows.getString(1));
          }
        }
      }
    }
    return wrong;
  }

  private static List<String> compare(
      List<Journal.Entry> journal, Map<String, List<Long>> positions) {
    List<String> wrong = new ArrayList<>();
    for (Journal.Entry entry : journal) {
      List<Long> stored = positions.getOrDefault(key(entry.learner(), entry.eventId()), List.of());
      if (stored.size() > 1) {
        wrong.add("twice: " + entry);
      } else if (entry.isAcknowledged() && !stored.equals(List.of(entry.position()))) {
        wrong.add("acknowledged, but stored at " + stored + ": " + entry);
      }
    }
    int known =
        journal.stream().map(e -> key(e.learner(), e.eventId())).distinct().toArray().length;
    if (positions.size() > known) {
      wrong.add("events that nobody sent: " + (positions.size() - known));
    }
    return wrong;
  }

  private static Map<String, List<Long>> stored(Statement statement, String run)
      throws SQLException {
    Map<String, List<Long>> positions = new HashMap<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select learner_id, event_id, position from learning_event where event_id like '"
                + run
                + "-%'")) {
      while (rows.next()) {
        positions
            .computeIfAbsent(key(rows.getString(1), rows.getString(2)), any -> new ArrayList<>())
            .add(rows.getLong(3));
      }
    }
    return positions;
  }

  private static String key(String learner, String eventId) {
    return learner + " " + eventId;
  }
}
