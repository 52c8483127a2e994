package org.cairn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.SqlText;
import org.cairn.shared.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyticsFeedStoreIT {

  private static final Instant MARCH = Instant.parse("2026-03-02T08:00:00Z");
  private static final SqlText EVENTS =
      SqlText.of("select count(*) from analytics_event where tenant_id = :tenant");
  private static final SqlText SUMS =
      SqlText.of("select count(*) from analytics_month where tenant_id = :tenant");
  private static final SqlText STARTED =
      SqlText.of("select coalesce(sum(started), 0) from analytics_fact where tenant_id = :tenant");

  @TempDir Path folder;
  private TestFigures figures;
  private UUID learner;

  @BeforeEach
  void aDistrict() {
    figures = new TestFigures(folder, new MonthRules(2, 84));
    learner = figures.learner();
  }

  @Test
  void anEventCountsOnceHoweverOftenTheFeedRuns() {
    figures.journey(learner, "chef", "spark", MARCH);
    figures.feed();
    figures.feed();
    assertEquals(1, figures.number(EVENTS));
    assertEquals(List.of(), figures.items(10));
  }

  @Test
  void whatWasReadTwiceIsTakenInOnce() {
    figures.journey(learner, "chef", "spark", MARCH);
    figures.journey(learner, "chef", "spark", Instant.parse("2019-03-02T08:00:00Z"));
    List<FeedItem> items = figures.items(10);
    for (int i = 0; i < 2; i++) {
      take(items);
    }
    assertEquals(1, figures.number(EVENTS));
    assertEquals(1, figures.number(SUMS));
    assertEquals(2, figures.number(STARTED));
  }

  @Test
  void pagesOfWhateverSizeBringTheSameItems() {
    for (int i = 0; i < 3; i++) {
      UUID journey = figures.journey(figures.learner(), "chef", "spark", MARCH);
      figures.answer(learner, figures.journey(learner, "chef", "finn", MARCH), "a", 1, true, MARCH);
      figures.log(learner, "other-" + journey, "page.read", "CLIENT", MARCH, "{}");
    }
    List<FeedItem> all = figures.items(1_000);
    assertEquals(9 + 4, all.size(), all::toString);
    assertEquals(all, figures.items(1));
    assertEquals(all, figures.items(3));
  }

  @Test
  void aChunkThatBrokeOffIsReadAgain() {
    for (int i = 0; i < 4; i++) {
      figures.journey(figures.learner(), "chef", "spark", MARCH);
    }
    List<FeedItem> items = figures.items(10);
    take(items.subList(0, 3));
    assertThrows(
        IllegalStateException.class,
        () ->
            figures.feed(
                f -> {
                  f.take(items.subList(3, 6));
                  throw new IllegalStateException("the server dies");
                }));
    figures.feed();
    assertEquals(4, figures.number(EVENTS));
  }

  @Test
  void anEventInFlightIsNotSkipped() throws SQLException {
    figures.journey(learner, "chef", "spark", MARCH);
    String append =
        """
        with log as (update learner_log set last_position = last_position + 1
          where tenant_id = '%1$s' and learner_id = '%2$s' returning last_position)
        insert into learning_event (tenant_id, learner_id, position, event_id, name, payload,
          occurred_at, effective_at, recorded_at, trust)
        select '%1$s', '%2$s', last_position, 'journey/j/started', 'journey.started',
          '{"journeyId": "j", "career": "chef"}', '%3$s', '%3$s', '%3$s', 'CLIENT' from log
        """
            .formatted(figures.tenant, learner, MARCH);
    try (Connection writer = TestDatabase.rawConnection();
        Statement writing = writer.createStatement()) {
      writing.execute("select set_config('cairn.tenant', '" + figures.tenant + "', true)");
      writing.execute(append);
      UUID other = figures.learner();
      figures.journey(other, "chef", "spark", MARCH);
      figures.feed();
      assertEquals(2, figures.number(STARTED));
      writer.commit();
    }
    figures.feed();
    assertEquals(3, figures.number(STARTED));
  }

  @Test
  void aBadEventIsLeftOutAndDoesNotComeBack() {
    String bad = "{\"journeyId\": \"nobody's\", \"skillId\": \"a\", \"timeSpent\": 1, \"try\": 1}";
    figures.log(learner, "bad", "question.answered", "SERVER", MARCH, bad);
    List<FeedItem> items = figures.items(10);
    assertEquals("JOURNEY_UNKNOWN", items.get(0).fault().orElseThrow());
    assertEquals(learner + "/1", items.get(0).key());
    take(items.subList(1, items.size()));
    assertEquals(List.of(), figures.items(10));
    assertEquals(0, figures.number(EVENTS));
  }

  @Test
  void whatOthersSayUnderCairnsNamesIsIgnored() {
    String forged =
        """
        {"journeyId": "j", "sessionId": "not an id", "container": "LEARN", "skillId": "=evil()",
         "score": 100}""";
    figures.log(learner, "forged", "session.completed", "SYSTEM", MARCH, forged);
    figures.log(learner, "forged-too", "question.answered", "SYSTEM", MARCH, forged);
    figures.feed();
    assertEquals(0, figures.number(EVENTS));
  }

  @Test
  void twoDistrictsAreApart() {
    TestFigures other = new TestFigures(folder, new MonthRules(2, 84));
    other.journey(other.learner(), "chef", "spark", MARCH);
    figures.journey(learner, "chef", "spark", MARCH);
    figures.feed();
    assertEquals(1, figures.number(EVENTS));
    assertEquals(0, other.number(EVENTS));
    other.feed();
    assertEquals(1, other.number(EVENTS));
  }

  private void take(List<FeedItem> items) {
    figures.feed(
        f -> {
          f.take(items);
          return true;
        });
  }
}
