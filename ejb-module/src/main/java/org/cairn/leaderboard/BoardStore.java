package org.cairn.leaderboard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.VisibleGroup;
import org.cairn.access.VisibleGroup.Kind;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.leaderboard.RankRules.Step;

/**
 * Reads boards. Each kind of group and each score have statements of their own, so that each finds
 * its index; one that asked which of them is meant would find none.
 */
@Singleton
class BoardStore {

  /** What a statement is made for; levels are told by the XP. */
  private record Shape(Kind kind, Score score) {}

  private static final String FILTERED =
      """
       and (:grade::text is null or e.grade = :grade)
       and (:career::text is null or e.career = :career)
      """;

  private static final Map<Kind, String> OF_GROUP =
      Map.of(
          Kind.DISTRICT,
          "from @table e where e.tenant_id = :tenant and @counted" + FILTERED,
          Kind.SCHOOL,
          "from @table e where e.tenant_id = :tenant and e.school_id = :place and @counted"
              + FILTERED,
          Kind.CLASS,
          """
          from class_student m
          join @table e on e.tenant_id = :tenant and e.learner_id = m.learner_id
          where m.tenant_id = :tenant and m.class_id = :place and @counted"""
              + FILTERED);

  private static final Map<Score, String> COLUMNS =
      Map.of(
          Score.XP, "xp",
          Score.STREAK, "streak",
          Score.ACHIEVEMENTS, "achievements",
          Score.TERM_XP, "term_xp",
          Score.WEEK_XP, "week_xp");

  private static final String PLAYERS =
      """
      select e.learner_id, @score as score, greatest(e.xp, 0) as xp, e.achievements, e.career,
        e.companion, case when e.streak_until > :now then e.streak else 0 end as streak
      @group
      """;

  private static final Map<Shape, SqlText> MINE =
      entries(PLAYERS + " and e.learner_id = :learner limit 1");

  private static final Map<Shape, SqlText> TOP =
      entries(PLAYERS + " order by @order desc, e.learner_id limit :limit");

  /** The nearest first. Those of one score stand in the order of their ids. */
  private static final Map<Shape, SqlText> ABOVE =
      entries(
          PLAYERS
              + """
                 and @score >= :score and not (@score = :score and e.learner_id >= :learner)
                order by @order, e.learner_id desc limit :limit
                """);

  private static final Map<Shape, SqlText> BELOW =
      entries(
          PLAYERS
              + """
                 and @score <= :score and not (@score = :score and e.learner_id <= :learner)
                order by @order desc, e.learner_id limit :limit
                """);

  private static final String OF_STEPS =
      """
       as number
      from unnest(:least::bigint[], :below::bigint[]) with ordinality s (least, below, place)
      order by s.place
      """;

  /** A district's steps are parts of one index; the others' members are read once. */
  private static final Map<Kind, String> STEPS =
      Map.of(
          Kind.DISTRICT,
          "select (select count(*) @group and @score >= s.least and @score < s.below)" + OF_STEPS,
          Kind.SCHOOL,
          ofMembers(),
          Kind.CLASS,
          ofMembers());

  private static final Map<Shape, SqlText> COUNTS = entries(STEPS);

  private static final Map<Shape, SqlText> COUNTS_BEFORE = standings(STEPS);

  /** One read for all that are shown; looked up row by row it took longer than the rows. */
  private static final Map<Shape, SqlText> BEFORE =
      standings(
          Map.of(
              Kind.DISTRICT,
              """
              select e.learner_id, @score as score from @table e
              where e.tenant_id = :tenant and e.learner_id = any(:learners::uuid[])@present
              """));

  private final TenantSql sql;

  @Inject
  BoardStore(TenantSql sql) {
    this.sql = sql;
  }

  /** The caller's place, if it is on the board. */
  Optional<Entrant> mine(VisibleGroup group, Board board, VisibleLearner self) {
    return call(MINE, group, board).set("learner", self.id()).first(BoardStore::entrant);
  }

  /** The first ones. */
  List<Entrant> top(VisibleGroup group, Board board, int limit) {
    return call(TOP, group, board).set("limit", limit).list(BoardStore::entrant);
  }

  /** The neighbors with more, or before it among those with as much; the nearest first. */
  List<Entrant> above(VisibleGroup group, Board board, Entrant entrant, int limit) {
    return neighbors(ABOVE, group, board, entrant, limit);
  }

  /** The neighbors with less, or behind it among those with as much; the nearest first. */
  List<Entrant> below(VisibleGroup group, Board board, Entrant entrant, int limit) {
    return neighbors(BELOW, group, board, entrant, limit);
  }

  /** How many are on each step, at one moment. */
  List<Long> counts(VisibleGroup group, Board board, List<Step> steps) {
    return counts(COUNTS, group, board, steps);
  }

  /** The same when the day began. */
  List<Long> countsBefore(VisibleGroup group, Board board, List<Step> steps) {
    return counts(COUNTS_BEFORE, group, board, steps);
  }

  /** What these had when the day began, as far as it is known. */
  Map<UUID, Long> before(VisibleGroup group, Board board, Collection<UUID> learners) {
    Map<UUID, Long> before = new HashMap<>();
    call(BEFORE, Kind.DISTRICT, group, board)
        .set("learners", learners)
        .list(row -> before.put(SqlCall.uuid(row, "learner_id"), row.getLong("score")));
    return before;
  }

  private List<Entrant> neighbors(
      Map<Shape, SqlText> texts, VisibleGroup group, Board board, Entrant entrant, int limit) {
    return call(texts, group, board)
        .set("learner", entrant.learnerId())
        .set("score", entrant.score())
        .set("limit", limit)
        .list(BoardStore::entrant);
  }

  private List<Long> counts(
      Map<Shape, SqlText> texts, VisibleGroup group, Board board, List<Step> steps) {
    return call(texts, group, board)
        .setEach("least", steps, Step::least)
        .setEach("below", steps, Step::below)
        .list(row -> row.getLong("number"));
  }

  private SqlCall call(Map<Shape, SqlText> texts, VisibleGroup group, Board board) {
    return call(texts, group.kind(), group, board);
  }

  private SqlCall call(Map<Shape, SqlText> texts, Kind kind, VisibleGroup group, Board board) {
    Score score = board.score() == Score.LEVEL ? Score.XP : board.score();
    SqlText text = texts.get(new Shape(kind, score));
    if (text == null) {
      throw new IllegalStateException("No statement for " + kind + " and " + score);
    }
    return sql.with(text)
        .set("place", group.place())
        .set("grade", group.grade())
        .set("career", board.career())
        .set("now", board.now())
        .set("term", board.term())
        .set("week", board.week());
  }

  private static Entrant entrant(ResultSet row) throws SQLException {
    return new Entrant(
        SqlCall.uuid(row, "learner_id"),
        row.getLong("score"),
        row.getLong("xp"),
        row.getLong("streak"),
        row.getLong("achievements"),
        row.getString("career"),
        row.getString("companion"));
  }

  private static String ofMembers() {
    return """
        with members as materialized (select @score as score @group)
        select (select count(*) from members m where m.score >= s.least and m.score < s.below)"""
        + OF_STEPS;
  }

  private static Map<Shape, SqlText> entries(String template) {
    return entries(Map.of(Kind.DISTRICT, template, Kind.SCHOOL, template, Kind.CLASS, template));
  }

  private static Map<Shape, SqlText> entries(Map<Kind, String> templates) {
    return each(templates, "leaderboard_entry", "e.listed and ");
  }

  private static Map<Shape, SqlText> standings(Map<Kind, String> templates) {
    return each(templates, "leaderboard_standing", "");
  }

  private static Map<Shape, SqlText> each(
      Map<Kind, String> templates, String table, String listed) {
    Map<Shape, SqlText> texts = new HashMap<>();
    COLUMNS.forEach(
        (score, column) ->
            templates.forEach(
                (kind, template) ->
                    texts.put(
                        new Shape(kind, score),
                        SqlText.of(
                            template
                                .replace("@group", OF_GROUP.getOrDefault(kind, ""))
                                .replace("@table", table)
                                .replace("@counted", listed + "e.@column > 0@present")
                                .replace("@present", present(score, !listed.isEmpty()))
                                .replace("@order", order(kind))
                                .replace("@score", "e.@column")
                                .replace("@column", column)))));
    return Map.copyOf(texts);
  }

  /** What makes a score one of the present; a standing has 0 where a streak had ended. */
  private static String present(Score score, boolean ends) {
    return switch (score) {
      case XP, LEVEL, ACHIEVEMENTS -> "";
      case STREAK -> ends ? " and e.streak_until > :now" : "";
      case TERM_XP -> " and e.term = :term";
      case WEEK_XP -> " and e.week = :week";
    };
  }

  /**
   * A school's members are found by the school and then sorted: the plus hides from the planner
   * that an index of the whole district has them in this order.
   */
  private static String order(Kind kind) {
    return kind == Kind.SCHOOL ? "(e.@column + 0)" : "e.@column";
  }
}
