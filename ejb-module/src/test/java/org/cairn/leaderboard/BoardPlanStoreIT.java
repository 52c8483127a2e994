package org.cairn.leaderboard;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.cairn.caller.Explain;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.leaderboard.RankRules.Step;
import org.cairn.shared.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How PostgreSQL finds what boards show, as the application's role under row-level security. */
class BoardPlanStoreIT {

  private static final TestBoards BOARDS = new TestBoards();
  private static @Nullable UUID learner;

  private static final List<Step> STEPS = List.of(new Step(100, Long.MAX_VALUE), new Step(1, 100));
  private static final SqlText NARROW =
      SqlText.of("select set_config('cairn.learner', :learner::text, true)");

  @BeforeAll
  static void twentyThousandLearners() throws SQLException {
    UUID school = BOARDS.school();
    learner = BOARDS.learner(school, "04");
    try (Connection admin = TestDatabase.superuser();
        Statement statement = admin.createStatement()) {
      statement.execute(
          """
          insert into roster_user (tenant_id, id, sourced_id, status, enabled, given_name,
            family_name, grade)
          select '%1$s', gen_random_uuid(), 'p' || i, 'active', true, 'A', 'Learner', '04'
          from generate_series(1, 20000) i
          """
              .formatted(BOARDS.tenant));
      statement.execute(
          """
          insert into leaderboard_entry (tenant_id, learner_id, listed, grade, xp, streak,
            streak_until, term, term_xp, week, week_xp)
          select tenant_id, id, true, grade, hashtext(id::text) & 65535, 1 + (hashtext(id::text) & 63),
            '2099-01-01', '2026-01-12', 1 + (hashtext(id::text) & 4095), '2026-03-16',
            1 + (hashtext(id::text) & 511)
          from roster_user where tenant_id = '%s'
          """
              .formatted(BOARDS.tenant));
      statement.execute("vacuum analyze leaderboard_entry");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Score.class,
      names = {"XP", "STREAK", "TERM_XP", "WEEK_XP"})
  void theTopIsReadFromAnIndexInItsOrder(Score score) {
    String plan = plan(score, (store, board) -> store.top(BOARDS.district(learner), board, 50));
    assertTrue(plan.contains("Index Scan using leaderboard_entry_" + index(score)), plan);
    assertFalse(plan.contains("Seq Scan on leaderboard_entry"), plan);
    assertFalse(plan.contains("Sort"), plan);
  }

  @ParameterizedTest
  @EnumSource(
      value = Score.class,
      names = {"XP", "STREAK", "TERM_XP", "WEEK_XP"})
  void ranksAreCountedInAnIndexAlone(Score score) {
    String plan =
        plan(score, (store, board) -> store.counts(BOARDS.district(learner), board, STEPS));
    assertTrue(plan.contains("Index Only Scan using leaderboard_entry_" + index(score)), plan);
    assertFalse(plan.contains("Seq Scan"), plan);
  }

  private static String index(Score score) {
    return score == Score.XP ? "xp" : score.name().toLowerCase(Locale.ROOT).replace("_xp", "");
  }

  /** By a learner's own transaction, which is narrowed. */
  private static String plan(Score score, BiConsumer<BoardStore, Board> reading) {
    return BOARDS.inTenant(
        sql -> {
          Remembering remembering = new Remembering(sql);
          sql.with(NARROW).set("learner", learner).list(row -> row.getString(1));
          Board board = BOARDS.board(sql, BOARDS.district(learner), score);
          reading.accept(new BoardStore(remembering), board);
          SqlCall call =
              sql.with(Explain.of(remembering.texts.get(0)))
                  .set("place", null)
                  .set("grade", null)
                  .set("career", null)
                  .set("now", board.now())
                  .set("term", board.term())
                  .set("week", board.week())
                  .set("limit", 50)
                  .setEach("least", STEPS, Step::least)
                  .setEach("below", STEPS, Step::below);
          return String.join("\n", call.list(row -> row.getString(1)));
        });
  }

  /** Remembers what the store runs. */
  private static final class Remembering extends TenantSql {

    final List<SqlText> texts = new ArrayList<>();

    Remembering(TenantSql sql) {
      super(sql.entities());
    }

    @Override
    public SqlCall with(SqlText text) {
      texts.add(text);
      return super.with(text);
    }
  }
}
