package org.cairn.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cairn.content.Subject;
import org.cairn.journey.JourneySummaryView.Band;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryFoldTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "100,EXPERT",
    "90,EXPERT",
    "89,PROFICIENT",
    "70,PROFICIENT",
    "69,DEVELOPING",
    "50,DEVELOPING",
    "49,BEGINNER",
    "0,BEGINNER"
  })
  void aScoreIsInItsBand(int score, Band band) {
    assertEquals(band, SummaryFold.band(score));
  }

  /** LEARN (100+80+60+33)/4 = 68.25, EXPERIENCE 95, DISCOVER 60.5: mean 74.583… */
  @Test
  void theOverallScoreIsTheMeanOfTheContainersMeans() {
    List<LessonView> lessons = new ArrayList<>();
    add(lessons, Container.LEARN, 100, 80, 60, 33);
    add(lessons, Container.EXPERIENCE, 100, 100, 100, 80);
    add(lessons, Container.DISCOVER, 40, 60, 62, 80);
    assertEquals(new BigDecimal("74.58"), SummaryFold.overall(lessons));
    JourneySummaryView summary = SummaryFold.summary(journey(), lessons);
    assertEquals(new BigDecimal("68.25"), summary.containers().get(0).meanScore());
    assertEquals(12, summary.lessonsComplete());
    assertEquals(4, summary.skillsAttempted());
    assertEquals(4, summary.skillsMastered());
  }

  @Test
  void aContainerWithoutALessonIsLeftOut() {
    List<LessonView> lessons = new ArrayList<>();
    add(lessons, Container.LEARN, 100, 67, 67);
    assertEquals(new BigDecimal("78.00"), SummaryFold.overall(lessons));
    add(lessons, Container.EXPERIENCE, 33);
    assertEquals(new BigDecimal("55.50"), SummaryFold.overall(lessons));
    assertEquals(new BigDecimal("0.00"), SummaryFold.overall(List.of()));
  }

  @Test
  void aSkillHasItsBestLessonsScore() {
    List<LessonView> lessons = new ArrayList<>();
    add(lessons, Container.LEARN, 60);
    add(lessons, Container.EXPERIENCE, 69);
    JourneySummaryView summary = SummaryFold.summary(journey(), lessons);
    assertEquals(1, summary.skillsAttempted());
    assertEquals(0, summary.skillsMastered());
    assertEquals(69, summary.skills().get(0).score());
  }

  private static void add(List<LessonView> lessons, Container container, int... scores) {
    List<Subject> subjects = List.of(Subject.values());
    for (int i = 0; i < scores.length; i++) {
      Subject subject = subjects.get(i);
      lessons.add(
          new LessonView(
              new UUID(i, scores[i]),
              new UUID(0, 1),
              container,
              subject.label(),
              "skill-" + subject,
              5,
              5,
              5,
              3,
              scores[i],
              false,
              true,
              60,
              100,
              7,
              1,
              START,
              START,
              null,
              null));
    }
  }

  private static Journey journey() {
    return new Journey(
        new UUID(0, 1), new UUID(0, 2), "04", 2026, "chef", "spark", START, null, null);
  }
}
