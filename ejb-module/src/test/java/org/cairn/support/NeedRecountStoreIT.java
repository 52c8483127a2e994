package org.cairn.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.cairn.access.Permissions;
import org.cairn.shared.Page;
import org.cairn.support.NeedView.Attempt;
import org.cairn.support.NeedView.Lesson;
import org.cairn.support.NeedView.Rule;
import org.cairn.support.TestClass.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who needs help, against a plain recount of random histories that came in any order. */
class NeedRecountStoreIT {

  private static final int LEARNERS = 12;
  private static final List<String> SKILLS = List.of("skill-a", "skill-b", "skill-c");
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final LocalDate CLOSED = LocalDate.parse("2026-03-16");

  private final TestClass school = new TestClass();

  /** What one learner did, as plainly as it can be said. */
  private record Model(
      UUID id, Map<String, List<Told>> answers, List<Scored> lessons, List<Instant> seen) {}

  private record Told(String event, Answer answer) {}

  private record Scored(UUID id, int score, Instant at) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theListIsThatOfAPlainRecount(long seed) {
    Random random = new Random(seed);
    school.closed(CLOSED);
    List<Model> models = new ArrayList<>();
    for (int i = 0; i < LEARNERS; i++) {
      models.add(history(school.learner("Given" + i % 3, "Family" + i % 4), random));
    }
    Set<String> expected = new TreeSet<>();
    models.forEach(model -> expected.addAll(needs(model)));
    List<NeedView> found = all(null, 500);
    assertEquals(expected, texts(found));
    assertEquals(expected.size(), found.size());
    for (Rule rule : Rule.values()) {
      assertTrue(expected.stream().anyMatch(need -> need.contains(rule.name())), rule::name);
      assertEquals(
          texts(found.stream().filter(need -> need.rule() == rule).toList()),
          texts(all(rule.name(), 3)));
    }
    assertEquals(found, all(null, 2), "pages add up to the list, in its order");
  }

  private List<NeedView> all(String rule, int limit) {
    List<NeedView> all = new ArrayList<>();
    String cursor = null;
    do {
      String from = cursor;
      Page<NeedView> page =
          school.asTeacher(classes -> classes.needs(school.classId, rule, from, limit));
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  private Model history(UUID learner, Random random) {
    Model model = new Model(learner, new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
    List<Runnable> arrivals = new ArrayList<>();
    UUID journey = school.journey(learner, time(random));
    UUID anyLesson = null;
    for (int place = 0; place < 12; place++) {
      if (random.nextInt(4) > 0) {
        int score = random.nextInt(8) == 0 ? -1 : random.nextInt(101);
        Instant at = time(random);
        UUID id = school.lesson(learner, journey, place, SKILLS.get(0), score, at);
        anyLesson = id;
        if (score >= 0) {
          model.lessons.add(new Scored(id, score, at));
        }
      }
    }
    UUID lesson = anyLesson;
    for (int i = 0; lesson != null && i < 30; i++) {
      String skill = SKILLS.get(random.nextInt(SKILLS.size()));
      // Few times, so that some fall together.
      Answer answer = new Answer(random.nextInt(6) > 0, random.nextInt(4) == 0, time(random));
      String event = "e" + random.nextInt(1_000) + "-" + i;
      model.answers.computeIfAbsent(skill, any -> new ArrayList<>()).add(new Told(event, answer));
      arrivals.add(() -> school.answer(learner, journey, lesson, event, skill, answer));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      Instant at = time(random);
      model.seen.add(at);
      arrivals.add(() -> see(learner, at));
    }
    Collections.shuffle(arrivals, random);
    arrivals.forEach(Runnable::run);
    return model;
  }

  private void see(UUID learner, Instant at) {
    school.with(
        PresenceStore.class,
        store -> {
          store.seen(Permissions.acting(learner), at);
          return null;
        });
  }

  private static Instant time(Random random) {
    return TestClass.NOW.minus(Duration.ofHours(random.nextInt(24 * 12)));
  }

  private static Set<String> needs(Model model) {
    Set<String> needs = new TreeSet<>();
    model.answers.forEach(
        (skill, told) -> {
          List<String> run = run(told);
          if (run.size() >= 4) {
            needs.add(model.id + " WRONG_IN_A_ROW " + skill + " " + run);
          }
        });
    LocalDate last =
        model.seen.stream()
            .map(at -> LocalDate.ofInstant(at, CHICAGO))
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.parse("2026-01-04"));
    long missed =
        last.plusDays(1)
            .datesUntil(last.isBefore(TestClass.TODAY) ? TestClass.TODAY : last.plusDays(1))
            .filter(day -> day.getDayOfWeek().getValue() < 6 && !day.equals(CLOSED))
            .count();
    if (missed >= 3) {
      needs.add(model.id + " NO_ACTIVITY " + missed);
    }
    List<Scored> lessons = new ArrayList<>(model.lessons);
    lessons.sort(Comparator.comparing(Scored::at).thenComparing(scored -> scored.id().toString()));
    int n = lessons.size();
    if (n >= 6) {
      double before = lessons.subList(n - 6, n - 3).stream().mapToInt(Scored::score).sum() / 3.0;
      double now = lessons.subList(n - 3, n).stream().mapToInt(Scored::score).sum() / 3.0;
      if (before - now >= 15 - 1e-9) {
        needs.add(
            model.id
                + " SCORES_FALLING "
                + lessons.subList(n - 6, n).stream().map(Scored::score).toList());
      }
    }
    return needs;
  }

  private static List<String> run(List<Told> told) {
    List<Told> scored = new ArrayList<>(told);
    scored.removeIf(each -> !each.answer().verified());
    scored.sort(Comparator.comparing((Told t) -> t.answer().at()).thenComparing(Told::event));
    List<String> run = new ArrayList<>();
    for (Told each : scored) {
      if (each.answer().correct()) {
        run.clear();
      } else {
        run.add(each.event());
      }
    }
    return run;
  }

  private static Set<String> texts(List<NeedView> needs) {
    Set<String> texts = new TreeSet<>();
    for (NeedView need : needs) {
      texts.add(
          need.learnerId()
              + " "
              + need.rule()
              + " "
              + switch (need.rule()) {
                case WRONG_IN_A_ROW ->
                    need.skillId() + " " + need.attempts().stream().map(Attempt::eventId).toList();
                case NO_ACTIVITY -> need.schoolDaysMissed();
                case SCORES_FALLING -> need.lessons().stream().map(Lesson::score).toList();
              });
    }
    return texts;
  }
}
