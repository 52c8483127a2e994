package org.cairn.lessonplan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.journey.Container;
import org.cairn.journey.JourneySummaryView;
import org.cairn.journey.JourneySummaryView.Band;
import org.cairn.journey.JourneySummaryView.ContainerScore;
import org.cairn.journey.JourneySummaryView.SkillScore;
import org.cairn.journey.LessonRecords.Work;
import org.cairn.journey.LessonView;
import org.cairn.lessonplan.LessonPlan.Named;

/** A whole journey, whose numbers are all different. */
final class SamplePlan {

  private static final Instant START = Instant.parse("2026-03-02T14:30:00Z");
  private static final List<String> SUBJECTS = List.of("Math", "ELA", "Science", "Social Studies");

  private SamplePlan() {}

  static LessonPlan of(String givenName) {
    List<ContainerScore> containers = new ArrayList<>();
    List<Work> work = new ArrayList<>();
    for (Container container : Container.values()) {
      List<LessonView> lessons = new ArrayList<>();
      for (String subject : SUBJECTS) {
        LessonView lesson = lesson(container, subject);
        lessons.add(lesson);
        work.add(new Work(lesson.sessionId(), 3, 2));
      }
      BigDecimal mean = new BigDecimal("8" + place(container) + ".25");
      containers.add(new ContainerScore(container, true, 4, mean, lessons));
    }
    JourneySummaryView summary =
        new JourneySummaryView(
            new UUID(1, 1),
            new UUID(2, 2),
            "04",
            2026,
            "chef",
            "spark",
            START,
            START.plusSeconds(11 * 24 * 3600),
            new BigDecimal("81.25"),
            12,
            59,
            47,
            3_723,
            71,
            13,
            4,
            2,
            false,
            List.of(
                new SkillScore("skill-math", "Math", 96, Band.EXPERT),
                new SkillScore("skill-ela", "ELA", 74, Band.PROFICIENT),
                new SkillScore("skill-science", "Science", 58, Band.DEVELOPING),
                new SkillScore("skill-social", "Social Studies", 34, Band.BEGINNER)),
            containers);
    return new LessonPlan(
        givenName,
        ZoneId.of("America/Chicago"),
        new Named("Chef", "Cooks for many people, on time & on a budget <b>always</b>."),
        summary,
        work,
        Map.of(
            "skill-math", new Named("Multiply and divide", "Facts to 12."),
            "skill-ela", new Named("Words and sentences", null),
            "skill-science", new Named("Matter and energy", "What things are made of.")));
  }

  private static int place(Container container) {
    return List.of(Container.values()).indexOf(container);
  }

  private static LessonView lesson(Container container, String subject) {
    int place = place(container) * 4 + SUBJECTS.indexOf(subject);
    String skill =
        List.of("skill-math", "skill-ela", "skill-science", "skill-social")
            .get(SUBJECTS.indexOf(subject));
    Instant begun = START.plusSeconds(place * 3600L);
    return new LessonView(
        new UUID(3, place),
        new UUID(1, 1),
        container,
        subject,
        skill,
        5,
        5,
        5,
        4,
        40 + place,
        place == 0,
        true,
        300 + place,
        150,
        6,
        1,
        begun,
        begun.plusSeconds(600),
        null,
        null);
  }
}
