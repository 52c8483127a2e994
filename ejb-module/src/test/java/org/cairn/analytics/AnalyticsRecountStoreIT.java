package org.cairn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures against a plain count over the same random histories, in any order of arrival. */
class AnalyticsRecountStoreIT {

  private static final int MINIMUM = 3;
  private static final List<String> CAREERS = List.of("astronaut", "chef", "doctor");
  private static final List<String> COMPANIONS = List.of("finn", "spark");
  private static final List<String> SKILLS = List.of("skill-a", "skill-b", "skill-c");
  private static final Instant FIRST = Instant.parse("2025-10-01T00:00:00Z");
  private static final Duration SPAN = Duration.between(FIRST, TestFigures.NOW);

  @TempDir Path folder;

  /** Something that was done, as plainly as it can be said. */
  private record Done(
      UUID learner,
      Instant at,
      Instant began,
      String kind,
      String career,
      String companion,
      @Nullable String skill,
      int number,
      boolean right) {

    String month() {
      return at.toString().substring(0, 7);
    }

    String cohort() {
      return began.toString().substring(0, 7);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void figuresAreThoseOfAPlainCount(long seed) {
    Random random = new Random(seed);
    TestFigures figures = new TestFigures(folder, new MonthRules(2, 84));
    figures.tellsOf(MINIMUM);
    List<Done> all = new ArrayList<>();
    List<Runnable> arrivals = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      UUID learner = figures.learner();
      for (int j = random.nextInt(3); j >= 0; j--) {
        live(figures, learner, random, all, arrivals);
      }
    }
    Collections.shuffle(arrivals, random);
    for (int i = 0; i < arrivals.size(); i++) {
      arrivals.get(i).run();
      if (random.nextInt(12) == 0) {
        figures.feed();
      }
      if (random.nextInt(25) == 0) {
        figures.closing(AnalyticsRecountStoreIT::someTasks);
      }
    }
    figures.feed();
    agree(figures, all, "2025-10", "2026-03");
    agree(figures, all, "2025-12", "2026-01");
    while (Boolean.TRUE.equals(figures.closing(AnalyticsRecountStoreIT::someTasks))) {
      agree(figures, all, "2025-11", "2026-02");
    }
    agree(figures, all, "2025-10", "2026-03");
  }

  /** Whether there was anything to do. */
  private static boolean someTasks(AnalyticsClosing closing) {
    return closing
        .next()
        .map(
            task -> {
              closing.take(task);
              return true;
            })
        .orElse(false);
  }

  private static void live(
      TestFigures figures, UUID learner, Random random, List<Done> all, List<Runnable> arrivals) {
    Instant began = FIRST.plusSeconds(random.nextInt((int) SPAN.toSeconds()));
    String career = CAREERS.get(random.nextInt(3));
    String companion = COMPANIONS.get(random.nextInt(2));
    UUID journey = figures.journey(learner, career, companion, began);
    all.add(new Done(learner, began, began, "started", career, companion, null, 0, false));
    for (int i = random.nextInt(10); i > 0; i--) {
      Instant at = after(began, random);
      String skill = SKILLS.get(random.nextInt(3));
      int number = 1 + random.nextInt(2);
      boolean right = random.nextBoolean();
      all.add(new Done(learner, at, began, "answer", career, companion, skill, number, right));
      arrivals.add(() -> figures.answer(learner, journey, skill, number, right, at));
    }
    for (int lesson = random.nextInt(13) - 1; lesson >= 0; lesson--) {
      Instant at = after(began, random);
      String skill = SKILLS.get(random.nextInt(3));
      int score = random.nextInt(101);
      int place = lesson;
      all.add(new Done(learner, at, began, "lesson", career, companion, skill, score, false));
      arrivals.add(() -> figures.lesson(learner, journey, place, skill, score, at));
    }
    if (random.nextBoolean()) {
      Instant at = after(began, random);
      int score = random.nextInt(101);
      all.add(new Done(learner, at, began, "completed", career, companion, null, score, false));
      arrivals.add(() -> figures.complete(learner, journey, score + "", at));
    }
  }

  private static Instant after(Instant began, Random random) {
    long left = Math.max(1, Duration.between(began, TestFigures.NOW).toSeconds());
    return began.plusSeconds(random.nextLong(left));
  }

  private static void agree(TestFigures figures, List<Done> all, String from, String to) {
    Map<String, Object> expected = new HashMap<>();
    List<Done> within =
        all.stream()
            .filter(d -> d.month().compareTo(from) >= 0 && d.month().compareTo(to) <= 0)
            .toList();
    expected.put("careers", choices(by(within, Done::career)));
    expected.put("companions", choices(by(within, Done::companion)));
    expected.put(
        "skills",
        by(within.stream().filter(d -> d.skill() != null).toList(), d -> "" + d.skill())
            .entrySet()
            .stream()
            .map(skill -> skill(skill.getKey(), skill.getValue()))
            .toList());
    Map<String, Object> found = figures.reports(from, to);
    expected.forEach((report, rows) -> assertEquals(rows, rows(found, report), report));
    List<Done> ofMonths =
        all.stream()
            .filter(d -> d.cohort().compareTo(from) >= 0 && d.cohort().compareTo(to) <= 0)
            .toList();
    assertEquals(months(ofMonths), months(rows(found, "journeys")));
    assertTrue(expected.values().stream().noneMatch(List.of()::equals), "something is counted");
  }

  private static List<?> rows(Map<String, Object> reports, String report) {
    List<?> rows = (List<?>) reports.get(report);
    return report.equals("skills")
        ? rows.stream().map(SkillFigures.class::cast).map(s -> subjectless(s)).toList()
        : rows;
  }

  /** A skill has one subject in content; here each place of a lesson gives it another. */
  private static SkillFigures subjectless(SkillFigures s) {
    return new SkillFigures(
        s.id(),
        "",
        s.suppressed(),
        s.learners(),
        s.attempted(),
        s.firstTryAccuracy(),
        s.lessons(),
        s.meanScore(),
        s.mastered(),
        s.seconds());
  }

  private static Map<String, List<Done>> by(List<Done> all, Function<Done, String> key) {
    return all.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private static List<ChoiceFigures> choices(Map<String, List<Done>> byId) {
    return byId.entrySet().stream().map(e -> choice(e.getKey(), e.getValue())).toList();
  }

  private static ChoiceFigures choice(String id, List<Done> done) {
    if (learners(done) < MINIMUM) {
      return ChoiceFigures.suppressed(id);
    }
    List<Done> completed = of(done, "completed");
    return new ChoiceFigures(
        id,
        false,
        learners(done),
        (long) of(done, "started").size(),
        (long) completed.size(),
        mean(completed.stream().mapToInt(Done::number).sum(), completed.size(), 2),
        10L * of(done, "answer").size());
  }

  private static SkillFigures skill(String id, List<Done> done) {
    if (learners(done) < MINIMUM) {
      return SkillFigures.suppressed(id, "");
    }
    List<Done> lessons = of(done, "lesson");
    List<Done> answers = of(done, "answer");
    List<Done> first = answers.stream().filter(d -> d.number() == 1).toList();
    return new SkillFigures(
        id,
        "",
        false,
        learners(done),
        (long) answers.size(),
        mean(first.stream().filter(Done::right).count(), first.size(), 4),
        (long) lessons.size(),
        mean(lessons.stream().mapToInt(Done::number).sum(), lessons.size(), 2),
        learners(lessons.stream().filter(d -> d.number() >= 70).toList()),
        10L * answers.size());
  }

  /** Months with what can be counted without thinking: learners, started, completed. */
  private static List<List<Object>> months(List<?> rows) {
    if (rows.stream().allMatch(Done.class::isInstance)) {
      List<List<Object>> months = new ArrayList<>();
      by(rows.stream().map(Done.class::cast).toList(), Done::cohort)
          .forEach(
              (month, done) ->
                  months.add(
                      learners(done) < MINIMUM
                          ? List.of(month)
                          : List.of(
                              month,
                              learners(done),
                              (long) of(done, "started").size(),
                              (long) of(done, "completed").size(),
                              median(of(done, "completed")))));
      return months;
    }
    return rows.stream()
        .map(MonthFigures.class::cast)
        .map(
            m ->
                m.suppressed()
                    ? List.<Object>of(m.month())
                    : List.<Object>of(
                        m.month(),
                        m.learners(),
                        m.started(),
                        m.completed(),
                        m.medianDuration() == null ? -1L : m.medianDuration()))
        .toList();
  }

  private static long median(List<Done> completed) {
    List<Long> spans =
        completed.stream()
            .map(d -> Duration.between(d.began(), d.at()).toSeconds())
            .sorted()
            .toList();
    int size = spans.size();
    if (size == 0) {
      return -1;
    }
    long twice = spans.get((size - 1) / 2) + spans.get(size / 2);
    return BigDecimal.valueOf(twice)
        .divide(BigDecimal.valueOf(2), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static List<Done> of(List<Done> done, String kind) {
    Predicate<Done> isOfKind = d -> d.kind().equals(kind);
    return done.stream().filter(isOfKind).toList();
  }

  private static long learners(List<Done> done) {
    return done.stream().map(Done::learner).distinct().count();
  }

  private static @Nullable BigDecimal mean(long sum, int count, int scale) {
    return count == 0
        ? null
        : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), scale, RoundingMode.HALF_UP);
  }
}
