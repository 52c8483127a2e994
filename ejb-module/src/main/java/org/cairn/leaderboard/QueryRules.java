package org.cairn.leaderboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cairn.shared.FieldError;
import org.cairn.shared.TextRules;
import org.jspecify.annotations.Nullable;

/** What a board can be asked by. */
final class QueryRules {

  static final int MOST_PLAYERS = 100;
  static final int MOST_NEIGHBORS = 25;
  private static final int PLAYERS = 50;
  private static final int NEIGHBORS = 5;
  private static final int LONGEST = 100;

  private static final Map<String, Score> SCORES =
      Map.of(
          "xp/all", Score.XP,
          "xp/term", Score.TERM_XP,
          "xp/week", Score.WEEK_XP,
          "level/all", Score.LEVEL,
          "streak/all", Score.STREAK,
          "achievements/all", Score.ACHIEVEMENTS);

  private QueryRules() {}

  /** What is wrong with a query, field by field. */
  static List<FieldError> errors(LeaderboardQuery query) {
    List<FieldError> errors = new ArrayList<>();
    if (!List.of("xp", "level", "streak", "achievements").contains(metric(query))) {
      errors.add(new FieldError("metric", "xp, level, streak or achievements"));
    } else if (!List.of("all", "term", "week").contains(period(query))) {
      errors.add(new FieldError("period", "all, term or week"));
    } else if (!period(query).equals("all") && !metric(query).equals("xp")) {
      errors.add(new FieldError("period", "all: only xp is told by terms and weeks"));
    }
    if (query.school() != null && query.classId() != null) {
      errors.add(new FieldError("class", "a class or a school, not both"));
    }
    String grade = query.grade();
    if (grade != null && !grade.matches("[A-Z0-9]{2}")) {
      errors.add(new FieldError("grade", "a CEDS code such as 04"));
    }
    String career = query.career();
    if (career != null && (career.length() > LONGEST || !TextRules.isLine(career))) {
      errors.add(new FieldError("career", "the id of a career of the catalog"));
    }
    within(query.limit(), 1, MOST_PLAYERS, "limit").ifPresent(errors::add);
    within(query.around(), 0, MOST_NEIGHBORS, "around").ifPresent(errors::add);
    return errors;
  }

  /** What a query without errors ranks by. */
  static Score score(LeaderboardQuery query) {
    return Objects.requireNonNull(SCORES.get(metric(query) + "/" + period(query)));
  }

  static String metric(LeaderboardQuery query) {
    return lower(query.metric(), "xp");
  }

  static String period(LeaderboardQuery query) {
    return lower(query.period(), "all");
  }

  static int limit(LeaderboardQuery query) {
    Integer limit = query.limit();
    return limit == null ? PLAYERS : limit;
  }

  static int around(LeaderboardQuery query) {
    Integer around = query.around();
    return around == null ? NEIGHBORS : around;
  }

  private static String lower(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text.toLowerCase(Locale.ROOT);
  }

  private static Optional<FieldError> within(
      @Nullable Integer value, int least, int most, String field) {
    return value == null || (value >= least && value <= most)
        ? Optional.empty()
        : Optional.of(new FieldError(field, "a number from " + least + " to " + most));
  }
}
