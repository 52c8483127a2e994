package org.cairn.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cairn.access.Permissions;
import org.cairn.archive.ArchiveProblem;
import org.cairn.archive.TestArchive;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.caller.Tenants;
import org.cairn.content.ContentAlignment;
import org.cairn.content.QuestionView;
import org.cairn.jobs.RecordSkipped;
import org.cairn.journey.ArchiveStore.Idle;
import org.cairn.journey.JourneyArchive.Due;
import org.cairn.journey.JourneyArchive.Kept;
import org.cairn.journey.JourneyArchive.SchoolYear;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journeys of long ago leave the database and can still be read, on the real one. */
class JourneyArchiveStoreIT {

  private static final Instant LONG_AGO = Instant.parse("2024-03-04T15:00:00Z");
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final String SKILL = "math-multiply-divide";

  private static final SqlText ROWS =
      SqlText.of("select count(*) from question_attempt where tenant_id = :tenant");
  private static final SqlText QUESTIONS =
      SqlText.of(
          "select coalesce(sum(cardinality(question_ids)), 0) from container_session"
              + " where tenant_id = :tenant");

  @TempDir Path folder;
  private TestArchive storage;
  private String tenant;
  private UUID learner;
  private Instant now;

  @BeforeAll
  static void content() {
    TestDatabase.inTenant(
        Tenants.SHARED,
        sql ->
            Wired.of(ContentAlignment.class, sql, Clock.fixed(NOW, ZoneOffset.UTC))
                .align(Path.of(System.getProperty("cairn.config"))));
  }

  @BeforeEach
  void aLearner() {
    storage = new TestArchive(folder);
    tenant = TestDatabase.newTenant();
    learner = TestPeople.learner(tenant);
    now = LONG_AGO;
  }

  @Test
  void aJourneyOfLongAgoIsReadAsItWasAndLeavesAStub() {
    LessonView lesson = lesson(5);
    UUID journey = lesson.journeyId();
    now = NOW;
    JourneyView view = own(JourneyRecords.class, r -> r.find("me", journey));
    JourneySummaryView summary = own(JourneyRecords.class, r -> r.summary("me", journey));
    List<String> events = own(JourneyRecords.class, r -> r.events("me", journey));
    LessonView full = own(Lessons.class, l -> l.find(lesson.sessionId()));
    assertEquals(5, full.history().size());

    assertEquals(1, archive());
    assertEquals(0, number(ROWS));
    assertEquals(0, number(QUESTIONS));
    assertEquals(full, own(Lessons.class, l -> l.find(lesson.sessionId())));
    JourneyView after = own(JourneyRecords.class, r -> r.find("me", journey));
    assertTrue(after.archived());
    assertEquals(view.containers(), after.containers());
    assertEquals(view.toString(), after.toString().replace("archived=true", "archived=false"));
    JourneySummaryView told = own(JourneyRecords.class, r -> r.summary("me", journey));
    assertEquals(summary.toString(), told.toString().replace("archived=true", "archived=false"));
    assertEquals(
        Set.copyOf(events), Set.copyOf(own(JourneyRecords.class, r -> r.events("me", journey))));
    assertEquals(after, own(JourneyRecords.class, r -> r.page("me", null, null)).items().get(0));
  }

  @Test
  void theSecondRunMovesNothing() {
    lesson(2);
    now = NOW;
    assertEquals(1, archive());
    assertEquals(0, archive());
    assertEquals(0L, asJob(JourneyArchive.class, JourneyArchive::total));
  }

  @Test
  void aSchoolYearGoesAsAWholeWhenNothingOfItWasTouched() {
    lesson(1);
    now = Instant.parse("2024-06-03T15:00:00Z");
    LessonView latest = lesson(1);
    now = Instant.parse("2025-05-01T08:00:00Z");
    assertEquals(0, archive());
    now = Instant.parse("2025-06-04T08:00:00Z");
    assertEquals(1, archive());
    assertEquals(0, number(ROWS));
    assertEquals(1, own(Lessons.class, l -> l.find(latest.sessionId())).history().size());
  }

  @Test
  void anAnswerOfLateKeepsAJourneyWhereItIs() {
    LessonView lesson = lesson(2);
    now = Instant.parse("2025-06-02T15:00:00Z");
    own(Lessons.class, l -> l.answer(lesson.sessionId(), answer(lesson.questions().get(2)), null));
    now = NOW;
    assertEquals(0, archive());
    assertEquals(3, number(ROWS));
    now = Instant.parse("2026-06-03T15:00:00Z");
    assertEquals(1, archive());
  }

  @Test
  void nothingIsAddedToWhatTheArchiveHas() {
    LessonView lesson = lesson(4);
    now = NOW;
    archive();
    QuestionView left = lesson.questions().get(4);
    for (Function<TenantSql, Object> late :
        List.<Function<TenantSql, Object>>of(
            sql -> wired(Lessons.class, sql).answer(lesson.sessionId(), answer(left), null),
            sql -> wired(Lessons.class, sql).complete(lesson.sessionId(), null),
            sql -> wired(Lessons.class, sql).start(lesson.journeyId(), "LEARN", "ELA", null, null),
            sql -> wired(Journeys.class, sql).complete(lesson.journeyId()))) {
      ProblemException refused =
          assertThrows(ProblemException.class, () -> TestDatabase.as(me(), late));
      assertEquals(JourneyProblem.JOURNEY_ARCHIVED, refused.problem());
    }
  }

  @Test
  void whatBreaksOffBetweenObjectAndRowsIsFinishedByTheNextRun() throws IOException {
    LessonView lesson = lesson(3);
    now = NOW;
    LessonView before = own(Lessons.class, l -> l.find(lesson.sessionId()));
    assertThrows(
        IllegalStateException.class,
        () ->
            asJob(
                JourneyArchive.class,
                archive -> {
                  archive.keep(years(archive));
                  throw new IllegalStateException("killed");
                }));
    assertEquals(1, storage.files(tenant, org.cairn.archive.Container.SESSION_ARCHIVE, "").size());
    assertEquals(3, number(ROWS));
    assertThrows(
        IllegalStateException.class,
        () ->
            asJob(
                JourneyArchive.class,
                archive -> {
                  archive.replace(archive.keep(years(archive)));
                  throw new IllegalStateException("killed");
                }));
    assertEquals(3, number(ROWS));
    assertEquals(before, own(Lessons.class, l -> l.find(lesson.sessionId())));
    assertEquals(1, archive());
    assertEquals(before, own(Lessons.class, l -> l.find(lesson.sessionId())));
    assertEquals(1, storage.files(tenant, org.cairn.archive.Container.SESSION_ARCHIVE, "").size());
  }

  @Test
  void withoutStorageNothingIsRemoved() {
    lesson(3);
    now = NOW;
    storage.isDown(true);
    ProblemException down = assertThrows(ProblemException.class, this::archive);
    assertEquals(ArchiveProblem.STORAGE_UNAVAILABLE, down.problem());
    assertEquals(3, number(ROWS));
    storage.isDown(false);
    assertEquals(1, archive());
  }

  @Test
  void whoseKeyWasDestroyedIsSkippedAndTheOthersGo() {
    lesson(1);
    UUID erased = learner;
    learner = TestPeople.learner(tenant);
    lesson(1);
    now = NOW;
    assertEquals(2, asJob(JourneyArchive.class, a -> a.page(null, 10)).size());
    assertEquals(1, move(List.of(new SchoolYear(learner, 2024))));
    asJob(
        JourneyArchive.class,
        any -> {
          storage.archive().erase(Permissions.visible(erased));
          return true;
        });
    Due due = asJob(JourneyArchive.class, a -> a.page(null, 10)).get(0);
    RecordSkipped skipped = assertThrows(RecordSkipped.class, due::toGo);
    assertEquals("LEARNER_ERASED", skipped.reason());
    assertEquals(erased + "/2024", skipped.key());
    assertEquals(0, move(List.of(due.year())));
    assertEquals(1, number(ROWS));
  }

  @Test
  void aChunkMovesWhoeverCanGoAndLeavesTheOthers() throws SQLException {
    UUID small = newLearner();
    LessonView ofSmall = lesson(3);
    UUID erased = newLearner();
    lesson(1);
    UUID large = newLearner();
    LessonView ofLarge = lesson(2);
    multiplyAnswers(large, ArchiveObjects.MOST_ROWS);
    UUID unknown = UUID.randomUUID();
    UUID late = newLearner();
    LessonView ofLate = lesson(1);
    now = Instant.parse("2025-06-02T15:00:00Z");
    own(Lessons.class, l -> l.answer(ofLate.sessionId(), answer(ofLate.questions().get(2)), null));
    now = NOW;
    asJob(
        JourneyArchive.class,
        any -> {
          storage.archive().erase(Permissions.visible(erased));
          return true;
        });
    learner = large;
    Set<String> events = events(ofLarge);
    assertEquals(ArchiveObjects.MOST_ROWS + 2 + 2, events.size());

    List<SchoolYear> chunk =
        Stream.of(small, erased, unknown, large, late, newLearner())
            .map(each -> new SchoolYear(each, 2024))
            .toList();
    assertEquals(2, move(chunk));
    assertEquals(1 + 2, number(ROWS));
    learner = large;
    assertTrue(events.equals(events(ofLarge)), "answers of the large school year were lost");
    learner = small;
    assertEquals(3, own(Lessons.class, l -> l.find(ofSmall.sessionId())).history().size());
    assertEquals(0, move(chunk));
  }

  @Test
  void schoolYearsOfALearnerHaveAnObjectEach() throws IOException {
    now = Instant.parse("2023-03-06T15:00:00Z");
    LessonView first = lesson(1);
    now = LONG_AGO;
    LessonView second = lesson(2);
    now = NOW;
    assertEquals(2, archive());
    assertEquals(2, storage.files(tenant, org.cairn.archive.Container.SESSION_ARCHIVE, "").size());
    assertEquals(1, own(Lessons.class, l -> l.find(first.sessionId())).history().size());
    assertEquals(2, own(Lessons.class, l -> l.find(second.sessionId())).history().size());
  }

  @Test
  void answersOfJourneysThatAreNotArchivedCannotBeRemoved() {
    lesson(3);
    SqlText remove = SqlText.of("delete from question_attempt where tenant_id = :tenant");
    int removed = asJobSql(sql -> sql.with(remove).update());
    assertEquals(0, removed);
    assertEquals(3, number(ROWS));
  }

  @Test
  void districtsAreApart() throws IOException {
    LessonView lesson = lesson(2);
    String other = TestDatabase.newTenant();
    now = NOW;
    assertEquals(1, archive());
    assertFalse(storage.files(tenant, org.cairn.archive.Container.SESSION_ARCHIVE, "").isEmpty());
    assertEquals(List.of(), storage.files(other, org.cairn.archive.Container.SESSION_ARCHIVE, ""));
    assertNotNull(own(Lessons.class, l -> l.find(lesson.sessionId())).history());
  }

  @Test
  void everyColumnIsInTheObject() throws SQLException {
    lesson(1);
    now = NOW;
    List<String> lines = new ArrayList<>();
    List<byte[]> small = new ArrayList<>();
    asJobSql(
        sql -> {
          Idle idle =
              new ArchiveStore(sql).idle(List.of(new SchoolYear(learner, 2024)), NOW).get(0);
          ArchiveLineStore store = new ArchiveLineStore(sql);
          small.addAll(store.lines(List.of(idle), Map.of(learner, Permissions.acting(learner))));
          ArchivePages pages = new ArchivePages(store, Permissions.acting(learner), idle);
          byte[] page = pages.next();
          while (page != null) {
            lines.add(new String(page, java.nio.charset.StandardCharsets.UTF_8));
            page = pages.next();
          }
          return 0;
        });
    String all = String.join("", lines);
    assertEquals(1, small.size());
    assertEquals(all, new String(small.get(0), java.nio.charset.StandardCharsets.UTF_8));
    List<String> missing = new ArrayList<>();
    try (Connection superuser = TestDatabase.superuser();
        Statement statement = superuser.createStatement();
        var row =
            statement.executeQuery(
                """
                select column_name from information_schema.columns where table_schema = 'cairn'
                  and table_name in ('journey', 'container_session', 'question_attempt')
                  and column_name not in ('tenant_id', 'learner_id', 'asked', 'archived_at',
                    'archive_id', 'archive_sha256')
                """)) {
      while (row.next()) {
        if (!all.contains('"' + row.getString(1) + '"')) {
          missing.add(row.getString(1));
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  /** As the job does, with all in one chunk; answers how many school years went. */
  private int archive() {
    return move(asJob(JourneyArchive.class, JourneyArchiveStoreIT::years));
  }

  private static List<SchoolYear> years(JourneyArchive archive) {
    return archive.page(null, 100).stream().flatMap(due -> due.toGo().stream()).toList();
  }

  private int move(List<SchoolYear> years) {
    return asJob(
        JourneyArchive.class,
        archive -> {
          List<Kept> kept = archive.keep(years);
          archive.replace(kept);
          return kept.size();
        });
  }

  /** A new journey with a lesson of which so many questions are answered. */
  private LessonView lesson(int answers) {
    Journeys.Start start = new Journeys.Start(UUID.randomUUID(), null, "chef", "spark", null);
    JourneyView journey = own(Journeys.class, j -> j.start(start, "tablet"));
    LessonView lesson =
        own(Lessons.class, l -> l.start(journey.journeyId(), "LEARN", "Math", SKILL, null));
    for (QuestionView question : lesson.questions().subList(0, answers)) {
      own(Lessons.class, l -> l.answer(lesson.sessionId(), answer(question), null));
    }
    return lesson;
  }

  private static Lessons.Answer answer(QuestionView question) {
    return new Lessons.Answer(
        UUID.randomUUID().toString(),
        question.questionId(),
        "practice",
        List.of("a \"guess\""),
        1,
        10,
        0,
        null);
  }

  private UUID newLearner() {
    learner = TestPeople.learner(tenant);
    return learner;
  }

  private Set<String> events(LessonView lesson) {
    return Set.copyOf(own(JourneyRecords.class, r -> r.events("me", lesson.journeyId())));
  }

  /** As a year of a keen learner has them. */
  private static void multiplyAnswers(UUID of, int times) throws SQLException {
    try (Connection superuser = TestDatabase.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(
          """
          insert into cairn.question_attempt
          select made.*
          from (select * from cairn.question_attempt where learner_id = '%s' limit 1) a
          cross join generate_series(1, %d) n
          cross join lateral jsonb_populate_record(
            null::cairn.question_attempt,
            to_jsonb(a) || jsonb_build_object('event_id', 'n' || n)) made
          """
              .formatted(of, times));
    }
  }

  private <T, R> R own(Class<T> type, Function<T, R> call) {
    return TestDatabase.as(me(), sql -> call.apply(wired(type, sql)));
  }

  private Caller me() {
    return new Caller(tenant, "me", Set.of(Roles.LEARNER), learner.toString(), null);
  }

  private <T, R> R asJob(Class<T> type, Function<T, R> call) {
    return asJobSql(sql -> call.apply(wired(type, sql)));
  }

  private <R> R asJobSql(Function<TenantSql, R> call) {
    return TestDatabase.inTenant(tenant, call);
  }

  private <T> T wired(Class<T> type, TenantSql sql) {
    return Wired.of(type, sql, Clock.fixed(now, ZoneOffset.UTC), storage.archive());
  }

  private long number(SqlText query) {
    return asJobSql(sql -> sql.with(query).first(row -> row.getLong(1)).orElseThrow());
  }
}
