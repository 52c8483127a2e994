package org.cairn.leaderboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cairn.shared.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryRulesTest {

  @Test
  void withoutAnythingItIsTheXpOfAllTime() {
    LeaderboardQuery query = query(null, null);
    assertEquals(List.of(), QueryRules.errors(query));
    assertEquals(Score.XP, QueryRules.score(query));
    assertEquals(50, QueryRules.limit(query));
    assertEquals(5, QueryRules.around(query));
  }

  @ParameterizedTest
  @CsvSource({
    "xp,all,XP",
    "xp,term,TERM_XP",
    "XP,Week,WEEK_XP",
    "level,all,LEVEL",
    "streak,all,STREAK",
    "achievements,all,ACHIEVEMENTS"
  })
  void metricAndPeriodTellTheScore(String metric, String period, Score score) {
    assertEquals(List.of(), QueryRules.errors(query(metric, period)));
    assertEquals(score, QueryRules.score(query(metric, period)));
  }

  @ParameterizedTest
  @CsvSource({
    "points,all,metric",
    "xp,year,period",
    "streak,week,period",
    "level,term,period",
    "achievements,week,period"
  })
  void whatIsUnknownIsNamed(String metric, String period, String field) {
    assertEquals(List.of(field), fields(query(metric, period)));
  }

  @Test
  void allWrongFieldsAreNamedAtOnce() {
    assertEquals(
        List.of("class", "grade", "career", "limit", "around"),
        fields(new LeaderboardQuery(null, null, "s", "c", "4th", "a\0b", 101, -1)));
    assertEquals(
        List.of("career", "limit"),
        fields(new LeaderboardQuery(null, null, null, null, null, "x".repeat(101), 0, 25)));
  }

  private static List<String> fields(LeaderboardQuery query) {
    return QueryRules.errors(query).stream().map(FieldError::field).toList();
  }

  private static LeaderboardQuery query(String metric, String period) {
    return new LeaderboardQuery(metric, period, null, null, null, null, null, null);
  }
}
