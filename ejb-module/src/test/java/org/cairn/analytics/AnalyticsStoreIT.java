package org.cairn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cairn.access.AccessProblem;
import org.cairn.caller.Roles;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.Ids;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyticsStoreIT {

  private static final Instant MARCH = Instant.parse("2026-03-02T08:00:00Z");
  private static final AnalyticsQuery YEAR = query(null, null, null);
  private static final List<String> PARAMETERS =
      List.of("tenant", "school", "grade", "from", "to", "after", "limit");

  @TempDir Path folder;
  private TestFigures figures;

  @BeforeEach
  void aDistrict() {
    figures = new TestFigures(folder, new MonthRules(2, 84));
  }

  @Test
  void ofFewLearnersNothingIsTold() {
    begin(4, "chef");
    begin(5, "doctor");
    List<ChoiceFigures> careers = figures.admin(a -> a.careers(YEAR, null, null)).items();
    assertEquals(ChoiceFigures.suppressed("chef"), careers.get(0));
    assertEquals(5, careers.get(1).learners());
    figures.tellsOf(4);
    assertFalse(figures.admin(a -> a.careers(YEAR, null, null)).items().get(0).suppressed());
  }

  @Test
  void aPrincipalSeesItsSchoolAndATeacherItsClassesOnly() {
    begin(5, "chef");
    UUID elsewhere = figures.otherSchool();
    for (int i = 0; i < 5; i++) {
      figures.journey(figures.learner(elsewhere), "chef", "spark", MARCH);
    }
    figures.feed();
    assertEquals(10, learners(Roles.DISTRICT_ADMIN, null, YEAR));
    assertEquals(5, learners(Roles.SCHOOL_ADMIN, figures.principal, YEAR));
    assertEquals(5, learners(Roles.DISTRICT_ADMIN, null, query(null, elsewhere.toString(), null)));
    assertTrue(
        figures
            .as(Roles.TEACHER, figures.principal, a -> a.careers(YEAR, null, null))
            .items()
            .isEmpty());
    AnalyticsQuery ofClass = new AnalyticsQuery(null, null, null, Ids.next().toString(), null);
    ProblemException unknown =
        assertThrows(
            ProblemException.class, () -> figures.admin(a -> a.careers(ofClass, null, null)));
    assertEquals(AccessProblem.CLASS_NOT_FOUND, unknown.problem());
  }

  @Test
  void whoIsNoStaffIsRefused() {
    for (String role : List.of(Roles.LEARNER, Roles.GUARDIAN, Roles.OPERATOR, Roles.SYSTEM)) {
      ProblemException refused =
          assertThrows(
              ProblemException.class,
              () -> figures.as(role, figures.principal, a -> a.skills(YEAR, null, null)));
      assertEquals(CommonProblem.ROLE_MISSING, refused.problem());
    }
  }

  @Test
  void figuresOfJourneysAreByTheMonthInWhichTheyBegan() {
    figures.tellsOf(2);
    Instant january = Instant.parse("2026-01-31T23:00:00Z");
    for (int i = 0; i < 4; i++) {
      UUID learner = figures.learner();
      UUID journey = figures.journey(learner, "chef", "spark", january);
      for (int lesson = 0; lesson < (i == 0 ? 12 : 5); lesson++) {
        figures.lesson(learner, journey, lesson, "skill", 80, january.plusSeconds(3_600));
      }
      if (i < 2) {
        figures.complete(learner, journey, "80", january.plusSeconds(7_200L * (i + 1)));
      }
    }
    figures.feed();
    MonthFigures row = figures.admin(a -> a.journeys(YEAR, null, null)).items().get(0);
    assertEquals("2026-01", row.month());
    assertEquals(List.of(4L, 4L, 4L), List.of(row.learners(), row.started(), row.learnCompleted()));
    assertEquals(
        List.of(1L, 1L, 2L),
        List.of(row.experienceCompleted(), row.discoverCompleted(), row.completed()));
    assertEquals(new BigDecimal("0.5000"), row.completionRate());
    assertEquals(10_800, row.medianDuration());
    assertEquals(10_800, row.meanDuration());
  }

  @Test
  void aSkillTellsFirstTriesAndWhoHasMasteredIt() {
    figures.tellsOf(2);
    for (int i = 0; i < 3; i++) {
      UUID learner = figures.learner();
      UUID journey = figures.journey(learner, "chef", "spark", MARCH);
      figures.answer(learner, journey, "fractions", 1, i == 0, MARCH);
      figures.answer(learner, journey, "fractions", 2, true, MARCH);
      figures.lesson(learner, journey, 0, "fractions", 60 + 10 * i, MARCH);
      figures.lesson(learner, journey, 4, "fractions", 90, MARCH);
      figures.unscored(learner, journey, 8, "fractions", MARCH);
    }
    figures.feed();
    SkillFigures skill = figures.admin(a -> a.skills(YEAR, null, null)).items().get(0);
    assertEquals("Math", skill.subject());
    assertEquals(
        List.of(3L, 6L, 6L), List.of(skill.learners(), skill.attempted(), skill.lessons()));
    assertEquals(new BigDecimal("0.3333"), skill.firstTryAccuracy());
    assertEquals(new BigDecimal("80.00"), skill.meanScore());
    assertEquals(3, skill.mastered());
    assertEquals(60, skill.seconds());
  }

  @Test
  void pagesBringEveryRowOnce() {
    for (String career : List.of("astronaut", "chef", "doctor", "engineer", "farmer")) {
      begin(1, career);
    }
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      String from = cursor;
      Figures<ChoiceFigures> page = figures.admin(a -> a.careers(YEAR, from, 2));
      page.items().forEach(row -> ids.add(row.id()));
      cursor = page.next();
    } while (cursor != null);
    assertEquals(List.of("astronaut", "chef", "doctor", "engineer", "farmer"), ids);
    assertEquals(1, figures.admin(a -> a.journeys(YEAR, null, 1)).items().size());
  }

  @Test
  void figuresSayAsOfWhenTheyAre() {
    assertNull(figures.admin(a -> a.careers(YEAR, null, null)).asOf());
    figures.feed();
    Figures<ChoiceFigures> page = figures.admin(a -> a.careers(YEAR, null, null));
    assertEquals(TestFigures.NOW, page.asOf());
    assertEquals("2025-04", page.from());
    assertEquals("2026-03", page.to());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-3,,,from",
    "2026-13,,,from",
    "1999-12,,,from",
    "2026-04,,,from",
    "2010-01,,,from",
    ",x,,school",
    ",,4,grade"
  })
  void whatIsWrongInAQueryIsNamed(
      @Nullable String from, @Nullable String school, @Nullable String grade, String field) {
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> figures.admin(a -> a.careers(query(from, school, grade), null, null)));
    assertEquals(CommonProblem.INVALID_REQUEST, refused.problem());
    assertEquals(List.of(field), refused.errors().stream().map(FieldError::field).toList());
  }

  /** With the plan that the server runs, which was made for any months. */
  @Test
  void onlyThePartitionsOfTheMonthsAreRead() throws SQLException {
    String statement =
        ReportStore.CAREERS.replace(
            "SCOPE", "select learner_id from learner_place where tenant_id = :tenant");
    for (String name : PARAMETERS) {
      statement =
          statement.replaceAll("(?<!:):" + name + "\\b", "\\$" + (PARAMETERS.indexOf(name) + 1));
    }
    StringBuilder plan = new StringBuilder();
    try (Connection app = TestDatabase.rawConnection();
        Statement asking = app.createStatement()) {
      asking.execute("select set_config('cairn.tenant', '" + figures.tenant + "', true)");
      asking.execute("set local plan_cache_mode = force_generic_plan");
      asking.execute("prepare careers(text, uuid, text, date, date, text, bigint) as " + statement);
      String execution =
          "explain execute careers('%s', null, null, '2026-02-01', '2026-03-01', '', 10)";
      try (ResultSet rows = asking.executeQuery(execution.formatted(figures.tenant))) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
      asking.execute("deallocate careers");
      app.rollback();
    }
    assertTrue(plan.indexOf("on analytics_event_2026_02") > 0, plan::toString);
    assertTrue(plan.indexOf("on analytics_event_2026_03") > 0, plan::toString);
    assertEquals(-1, plan.indexOf("on analytics_event_2026_01"), plan::toString);
    assertEquals(-1, plan.indexOf("on analytics_event_2026_04"), plan::toString);
    assertTrue(plan.indexOf("Subplans Removed") > 0, plan::toString);
  }

  private void begin(int learners, String career) {
    for (int i = 0; i < learners; i++) {
      figures.journey(figures.learner(), career, "spark", MARCH);
    }
    figures.feed();
  }

  private long learners(String role, @Nullable UUID person, AnalyticsQuery query) {
    Long learners =
        figures.as(role, person, a -> a.careers(query, null, null)).items().get(0).learners();
    return learners == null ? -1 : learners;
  }

  private static AnalyticsQuery query(
      @Nullable String from, @Nullable String school, @Nullable String grade) {
    return new AnalyticsQuery(from, null, school, null, grade);
  }
}
