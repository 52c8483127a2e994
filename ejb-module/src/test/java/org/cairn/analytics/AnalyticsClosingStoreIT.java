package org.cairn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.archive.Container;
import org.cairn.caller.SqlText;
import org.cairn.shared.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open are two months: December and before are closed on the way. */
class AnalyticsClosingStoreIT {

  private static final MonthRules RULES = new MonthRules(2, 84);
  private static final LocalDate DECEMBER = TestFigures.month("2025-12");
  private static final SqlText EVENTS =
      SqlText.of(
          "select count(*) from analytics_event where tenant_id = :tenant and month = '2025-12-01'");
  private static final SqlText DOCTORS =
      SqlText.of(
          """
          select coalesce(sum(started), 0) from analytics_fact
          where tenant_id = :tenant and career = 'doctor' and month = '2025-12-01'
          """);
  private static final SqlText UNDONE =
      SqlText.of(
          """
          select count(*) from analytics_closing
          where tenant_id = :tenant and (archived_at is null or rolled_at is null
            or salt is not null)
          """);

  @TempDir Path folder;
  private TestFigures figures;
  private final List<UUID> learners = new ArrayList<>();

  @BeforeEach
  void aDistrictWithAPast() {
    figures = new TestFigures(folder, RULES);
    figures.tellsOf(2);
    for (String month : List.of("2025-11", "2025-12", "2026-01")) {
      TestFigures.inShared(sql -> new PartitionStore(sql).make(TestFigures.month(month)));
    }
    for (int i = 0; i < 5; i++) {
      learners.add(figures.learner());
    }
    for (UUID learner : learners) {
      live(learner, Instant.parse("2025-12-20T08:00:00Z"));
    }
    learners.subList(0, 2).forEach(l -> live(l, Instant.parse("2026-01-20T08:00:00Z")));
    figures.feed();
  }

  private void live(UUID learner, Instant at) {
    UUID journey = figures.journey(learner, "chef", "spark", at);
    for (int i = 0; i < 4; i++) {
      Instant then = at.plusSeconds(86_400L * 4 * i);
      figures.answer(learner, journey, "skill-" + i, 1, i % 2 == 0, then);
      figures.answer(learner, journey, "skill-" + i, 2, true, then);
      figures.lesson(learner, journey, i, "skill-" + i, 60 + 10 * i, then);
    }
    figures.complete(learner, journey, "81.25", at.plusSeconds(86_400L * 14));
  }

  @Test
  void reportsAreTheSameAtEveryStageOfAMonthsWayOut() {
    Map<String, Object> before = reports();
    assertFalse(before.toString().contains("suppressed=true"), before::toString);
    long tasks = 0;
    for (ClosingTask task = next(); task != null; task = next()) {
      ClosingTask now = task;
      take(now);
      assertEquals(before, reports(), now::toString);
      tasks++;
    }
    assertTrue(tasks > 8, "one closing, slices of two learners, parts of thirty events");
    assertEquals(0, figures.number(UNDONE));
    assertEquals(Optional.empty(), figures.closing(AnalyticsClosing::next));
  }

  @Test
  void aTaskThatBreaksOffIsDoneAgainAndTheEndIsTheSame() throws IOException {
    Map<String, Object> before = reports();
    for (ClosingTask task = next(); task != null; task = next()) {
      ClosingTask now = task;
      assertThrows(
          IllegalStateException.class,
          () ->
              figures.closing(
                  closing -> {
                    closing.take(now);
                    throw new IllegalStateException("the server dies");
                  }));
      assertEquals(before, reports(), now::toString);
      take(now);
      assertEquals(before, reports(), now::toString);
    }
    assertEquals(figures.number(EVENTS), lines(DECEMBER).size());
  }

  @Test
  void theArchiveHasEveryEventOnceAndNobodysId() throws IOException {
    closeAll();
    List<String> lines = lines(DECEMBER);
    assertEquals(figures.number(EVENTS), lines.size());
    String all = String.join("\n", lines);
    learners.forEach(learner -> assertFalse(all.contains(learner.toString())));
    assertEquals(learners.size(), lines.stream().map(l -> l.substring(0, 48)).distinct().count());
    assertTrue(all.contains("\"career\" : \"chef\""), lines.get(0));
  }

  @Test
  void aLateEventOfAClosedMonthCountsOnceAtWhateverStage() {
    Instant late = Instant.parse("2025-12-24T08:00:00Z");
    int started = 0;
    for (ClosingTask task = next(); task != null; task = next()) {
      take(task);
      figures.journey(learners.get(started % 5), "doctor", "spark", late);
      started++;
      figures.feed();
      figures.feed();
      assertEquals(started, doctors(), task::toString);
    }
    assertTrue(started > 8);
  }

  @Test
  void sumsOfLongAgoAreForgotten() {
    closeAll();
    figures.nowIs("2032-12-15T00:00:00Z");
    assertEquals(0, figures.closing(AnalyticsClosing::forget));
    figures.nowIs("2033-01-15T00:00:00Z");
    assertTrue(figures.closing(AnalyticsClosing::forget) > 0);
    assertEquals(List.of(), figures.reports("2025-12", "2025-12").get("careers"));
  }

  private long doctors() {
    return figures.number(DOCTORS);
  }

  private Map<String, Object> reports() {
    return figures.reports("2025-11", "2026-03");
  }

  private ClosingTask next() {
    return figures.closing(AnalyticsClosing::next).orElse(null);
  }

  private void take(ClosingTask task) {
    figures.closing(
        closing -> {
          closing.take(task);
          return true;
        });
  }

  private void closeAll() {
    for (ClosingTask task = next(); task != null; task = next()) {
      take(task);
    }
  }

  private List<String> lines(LocalDate month) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int part = 1; part <= parts(month); part++) {
      int number = part;
      byte[] bytes =
          TestDatabase.inTenant(figures.tenant, sql -> read(AnalyticsClosing.path(month, number)));
      lines.addAll(new String(bytes, StandardCharsets.UTF_8).lines().toList());
    }
    return lines;
  }

  private byte[] read(org.cairn.archive.ObjectPath path) {
    try (InputStream in = new ZstdInputStream(figures.archive().open(Container.ANALYTICS, path))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private int parts(LocalDate month) {
    return figures.with(ClosingStore.class, store -> store.hold(month).parts());
  }
}
