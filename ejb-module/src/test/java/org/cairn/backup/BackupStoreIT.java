package org.cairn.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cairn.archive.ArchiveProblem;
import org.cairn.archive.Container;
import org.cairn.archive.StoredObject;
import org.cairn.archive.TestArchive;
import org.cairn.backup.RestoreView.State;
import org.cairn.caller.SqlText;
import org.cairn.gamification.TestLevels;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Profiles are written to the archive and come back, on the real database. */
class BackupStoreIT {

  /** The words of a line that are not their columns'. */
  private static final Map<String, String> COLUMNS =
      Map.of("lifetimeXp", "lifetime_xp", "calendar", "id");

  private static final String[] PROFILES = {"xp_transaction", "game_profile"};
  private static final String[] ALL = {
    "xp_transaction", "game_profile", "xp_earning", "game_day", "game_calendar"
  };

  private static final SqlText EARN =
      SqlText.of(
          """
          with profile as (
            update game_profile set lifetime_xp = lifetime_xp + 4, balance = balance + 4,
              transactions = transactions + 1
            where tenant_id = :tenant and learner_id = :learner
          )
          insert into xp_transaction (tenant_id, id, learner_id, number, source, revision, type,
            category, reason, amount, balance_after, verified, rule_version, event_id, occurred_at,
            recorded_at)
          select :tenant, gen_random_uuid(), :learner, :number, 'later-' || :number::text, 0, 'EARNED', 'LEARNING',
            'CORRECT', 4, :balance, true, 'shared-1', 'later', '2026-03-02T09:00:00Z',
            '2026-03-02T09:00:00Z'
          """);

  private static final SqlText ERASE =
      SqlText.of(
          """
          insert into erased_learner (tenant_id, learner_key, erased_at)
          values (:tenant, encode(sha256(convert_to(:learner::text, 'UTF8')), 'hex'), :now)
          """);

  @TempDir Path folder;
  private TestNights nights;

  @BeforeAll
  static void smallParts() {
    TestLevels.align();
    System.setProperty("cairn.backups.part-rows", "8");
  }

  @AfterAll
  static void usualParts() {
    System.clearProperty("cairn.backups.part-rows");
    System.clearProperty("cairn.backups.kept");
  }

  @BeforeEach
  void aDistrict() {
    nights = new TestNights(folder);
  }

  private void sevenLearners() {
    for (int rows : List.of(3, 1, 12, 0, 2, 5, 4)) {
      nights.learner(rows);
    }
  }

  @Test
  void anEmptiedDistrictIsRestoredToWhatItWas() {
    sevenLearners();
    String before = nights.state();
    UUID backup = nights.backUp();
    nights.lose(ALL);
    assertNotEquals(before, nights.state());
    RestoreView restored = nights.restore(backup);
    assertEquals(before, nights.state());
    assertEquals(State.COMPLETED, restored.state());
    assertEquals(
        List.of(7L, 0L, 0L, 0L, 27L, 0L),
        List.of(
            restored.restored(),
            restored.whole(),
            restored.kept(),
            restored.absent(),
            restored.ledgerRows(),
            restored.differing()));
    RestoreView again = nights.restore(backup);
    assertEquals(List.of(0L, 7L, 0L), List.of(again.restored(), again.whole(), again.ledgerRows()));
    assertEquals(before, nights.state());
  }

  @Test
  void theManifestTellsWhatIsInIt() {
    sevenLearners();
    UUID backup = nights.backUp();
    BackupView view = nights.asAdmin(backups -> backups.find(backup));
    assertEquals(7, view.profiles());
    assertEquals(27, view.ledgerRows());
    assertEquals("shared-1", view.ruleVersion());
    assertEquals(TestNights.NOW, view.cutAt());
    assertTrue(view.parts().size() > 3, view::toString);
    assertEquals(7 + 1, nights.lines(backup).size());
    assertEquals(view.size(), view.parts().stream().mapToLong(BackupView.Part::size).sum());
  }

  @Test
  void aBackupThatBreaksOffAnywhereIsTheUninterruptedOne() {
    sevenLearners();
    List<String> uninterrupted = nights.lines(nights.backUp());
    int broken = 0;
    for (int step = 0; step < 20; step++) {
      nights.breakAfter(step);
      UUID backup = nights.backUp();
      broken += nights.hasBroken() ? 1 : 0;
      nights.breakAfter(-1);
      assertEquals(uninterrupted, nights.lines(backup), "broken off after " + step);
      assertEquals(7, nights.asAdmin(backups -> backups.find(backup)).profiles());
    }
    assertTrue(broken > 6, "broke off " + broken + " times");
  }

  @Test
  void aRestoreThatBreaksOffAnywhereIsTheUninterruptedOne() {
    sevenLearners();
    String before = nights.state();
    UUID backup = nights.backUp();
    int broken = 0;
    for (int step = 0; step < 24; step++) {
      nights.lose(PROFILES);
      nights.breakAfter(step);
      RestoreView restored = nights.restore(backup);
      broken += nights.hasBroken() ? 1 : 0;
      nights.breakAfter(-1);
      assertEquals(before, nights.state(), "broken off after " + step);
      assertEquals(7, restored.restored(), "broken off after " + step);
    }
    assertTrue(broken > 12, "broke off " + broken + " times");
  }

  @Test
  void aDamagedPartIsNamedAndNothingIsWritten() throws IOException {
    sevenLearners();
    UUID backup = nights.backUp();
    nights.lose(PROFILES);
    String lost = nights.state();
    TestArchive.tamper(
        nights.storage.files(nights.tenant, Container.PROFILE_BACKUPS, "000002").get(0));
    ProblemException refused = assertThrows(ProblemException.class, () -> nights.restore(backup));
    assertEquals(BackupProblem.BACKUP_DAMAGED, refused.problem());
    assertTrue(refused.detail().contains("Part 2"), refused.detail());
    assertEquals(lost, nights.state());
    RestoreView view = nights.restores(backup).get(0);
    assertEquals(State.REFUSED, view.state());
    assertEquals(2, view.damagedPart());
  }

  @Test
  void aPartThatIsMissingIsNamed() throws IOException {
    sevenLearners();
    UUID backup = nights.backUp();
    Files.delete(nights.storage.files(nights.tenant, Container.PROFILE_BACKUPS, "000001").get(0));
    assertThrows(ProblemException.class, () -> nights.restore(backup));
    assertEquals(1, nights.restores(backup).get(0).damagedPart());
  }

  @Test
  void anUnreadableLineIsReportedAndTheOthersAreRestored() {
    sevenLearners();
    String before = nights.state();
    UUID backup = nights.backUp();
    List<String> lines = new ArrayList<>(nights.lines(backup));
    lines.add(3, lines.get(2).replaceFirst("\"amount\":\\d+", "\"amount\":\"much\""));
    lines.add("{\"learner\":\"nobody\"}");
    UUID other = rewritten(backup, lines.subList(1, lines.size()));
    nights.lose(PROFILES);
    List<String> skipped = new ArrayList<>();
    RestoreView restored = nights.restore(other, false, skipped);
    assertEquals(List.of("1/3 LINE_UNREADABLE", "1/9 LINE_UNREADABLE"), skipped);
    assertEquals(7, restored.restored());
    assertEquals(before, nights.state());
  }

  /** A backup of these lines in one part. */
  private UUID rewritten(UUID backup, List<String> lines) {
    return nights.ask(
        BackupObjects.class,
        objects -> {
          UUID id = org.cairn.shared.Ids.next();
          Manifest like = objects.manifest(backup).orElseThrow();
          byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
          List<byte[]> pages = new ArrayList<>(List.of(text));
          StoredObject stored =
              objects.put(id, "000001.zst", () -> pages.isEmpty() ? null : pages.remove(0));
          objects.put(
              new Manifest(
                  like.format(),
                  like.tenant(),
                  id,
                  like.ruleVersion(),
                  like.cut(),
                  like.sealed(),
                  lines.size(),
                  0,
                  List.of(
                      new Manifest.Part(
                          1,
                          "000001.zst",
                          null,
                          null,
                          lines.size(),
                          0,
                          stored.size(),
                          stored.sha256()))));
          return id;
        });
  }

  @Test
  void aDryRunCountsAndWritesNothing() {
    sevenLearners();
    UUID backup = nights.backUp();
    nights.lose(ALL);
    RestoreView tried = nights.restore(backup, true, new ArrayList<>());
    assertEquals(List.of(7L, 0L), List.of(tried.restored(), tried.ledgerRows()));
    assertTrue(tried.dryRun());
    assertEquals("", nights.state());
  }

  @Test
  void whatIsNewerStaysAndWhatIsOtherIsLeftAlone() {
    UUID newer = nights.learner(2);
    UUID other = nights.learner(1);
    UUID lost = nights.learner(3);
    UUID backup = nights.backUp();
    earn(newer, 3, 18);
    change("delete from game_profile where learner_id = '" + lost + "'");
    String present = nights.state();
    RestoreView whole = nights.restore(backup);
    assertEquals(List.of(1L, 2L, 0L), List.of(whole.restored(), whole.whole(), whole.kept()));
    assertNotEquals(present, nights.state());
    change("delete from xp_transaction where learner_id = '" + other + "'");
    change("update game_profile set transactions = 0 where learner_id = '" + other + "'");
    earn(other, 1, 11);
    String after = nights.state();
    RestoreView kept = nights.restore(backup);
    assertEquals(List.of(0L, 2L, 1L), List.of(kept.restored(), kept.whole(), kept.kept()));
    assertEquals(after, nights.state());
  }

  @Test
  void aProfileWhoseLedgerWentOnIsWhatTheLedgerSays() {
    UUID learner = nights.learner(2);
    UUID backup = nights.backUp();
    earn(learner, 3, 18);
    String before = nights.state();
    nights.lose("game_profile");
    change("delete from xp_transaction where number = 1 and learner_id = '" + learner + "'");
    RestoreView restored = nights.restore(backup);
    assertEquals(before, nights.state());
    assertEquals(
        List.of(1L, 1L, 0L),
        List.of(restored.restored(), restored.ledgerRows(), restored.differing()));
  }

  @Test
  void aProfileThatNeverWasItsLedgerIsRestoredAndFlagged() {
    UUID learner = nights.learner(2);
    change("update game_profile set balance = 99 where learner_id = '" + learner + "'");
    String before = nights.state();
    UUID backup = nights.backUp();
    nights.lose(PROFILES);
    assertEquals(1, nights.restore(backup).differing());
    assertEquals(before, nights.state());
    assertEquals(
        2, count("select count(*) from ledger_finding where tenant_id = '" + nights.tenant + "'"));
  }

  @Test
  void lostDaysAndWhatIsOwedComeBackWhereTheLedgerIsWhole() {
    sevenLearners();
    String before = nights.state();
    UUID backup = nights.backUp();
    for (String table : List.of("xp_earning", "game_day")) {
      nights.lose(table);
      RestoreView restored = nights.restore(backup);
      assertEquals(before, nights.state(), table);
      assertTrue(restored.restored() > 0 && restored.ledgerRows() == 0, restored::toString);
    }
    assertEquals(7, nights.restore(backup).whole());
  }

  @Test
  void rowsThatWereLostComeBackHoweverManyWereEarnedSince() {
    UUID learner = nights.learner(2);
    UUID backup = nights.backUp();
    earn(learner, 3, 18);
    earn(learner, 4, 22);
    String before = nights.state();
    change("delete from xp_transaction where number < 3 and learner_id = '" + learner + "'");
    RestoreView restored = nights.restore(backup);
    assertEquals(List.of(1L, 2L), List.of(restored.restored(), restored.ledgerRows()));
    assertEquals(before, nights.state());
  }

  @Test
  void aCalendarThatIsMadeMeanwhileIsInTheBackup() {
    nights.learner(1);
    UUID run = org.cairn.shared.Ids.next();
    nights.step(BackupWork.class, work -> work.begin(run));
    nights.step(BackupWork.class, work -> work.write(run, 1));
    change(
        "insert into game_calendar (tenant_id, id, zone, closed) values ('%s', 'later', 'UTC', '{}')"
            .formatted(nights.tenant));
    nights.step(BackupWork.class, work -> work.seal(run));
    assertTrue(String.join("\n", nights.lines(run)).contains("\"calendar\":\"later\""));
  }

  @Test
  void aBackupOfAnotherFormatIsNoneAndIsKept() {
    nights.learner(1);
    UUID later = nights.backUp();
    nights.ask(
        BackupObjects.class,
        objects -> {
          Manifest m = objects.manifest(later).orElseThrow();
          objects.put(
              new Manifest(
                  "cairn-profile-backup/2",
                  m.tenant(),
                  m.id(),
                  m.ruleVersion(),
                  m.cut(),
                  m.sealed(),
                  m.profiles(),
                  m.ledgerRows(),
                  m.parts()));
          return later;
        });
    UUID own = nights.backUp();
    assertEquals(
        List.of(own),
        nights.asAdmin(b -> b.page(null, null)).items().stream().map(BackupView::id).toList());
    ProblemException unknown = assertThrows(ProblemException.class, () -> nights.restore(later));
    assertEquals(BackupProblem.BACKUP_NOT_FOUND, unknown.problem());
    assertEquals(2, nights.ask(BackupObjects.class, BackupObjects::backups).size());
  }

  @Test
  void whoWasErasedSinceTheBackupIsNotRestoredFromACopyOfIt() {
    UUID learner = nights.learner(4);
    UUID backup = nights.backUp();
    nights.lose(PROFILES);
    nights.inTenant(
        sql ->
            sql.with(ERASE)
                .set("learner", learner)
                .set("now", TestNights.NOW.plusSeconds(60))
                .update());
    RestoreView restored = nights.restore(backup);
    assertEquals(List.of(0L, 1L), List.of(restored.restored(), restored.absent()));
  }

  @Test
  void districtsAreApart() throws IOException {
    nights.learner(3);
    UUID backup = nights.backUp();
    TestNights other = new TestNights(folder);
    other.learner(2);
    UUID own = other.backUp();
    assertEquals(
        List.of(own),
        other.asAdmin(b -> b.page(null, null)).items().stream().map(BackupView::id).toList());
    ProblemException unknown = assertThrows(ProblemException.class, () -> other.restore(backup));
    assertEquals(BackupProblem.BACKUP_NOT_FOUND, unknown.problem());
    Path mine = nights.storage.files(nights.tenant, Container.PROFILE_BACKUPS, "000001").get(0);
    Path theirs = other.storage.files(other.tenant, Container.PROFILE_BACKUPS, "000001").get(0);
    Files.copy(mine, theirs, StandardCopyOption.REPLACE_EXISTING);
    assertThrows(ProblemException.class, () -> other.restore(own));
    assertEquals(1, other.restores(own).get(0).damagedPart());
  }

  @Test
  void theNewestBackupsAreKeptAndWhatIsNoneGoes() throws IOException {
    nights.learner(3);
    System.setProperty("cairn.backups.kept", "2");
    UUID broken = org.cairn.shared.Ids.next();
    nights.step(BackupWork.class, work -> work.begin(broken));
    nights.step(BackupWork.class, work -> work.write(broken, 1));
    UUID first = nights.backUp();
    UUID second = nights.backUp();
    UUID third = nights.backUp();
    assertEquals(
        List.of(third, second),
        nights.asAdmin(b -> b.page(null, null)).items().stream().map(BackupView::id).toList());
    for (UUID gone : List.of(broken, first)) {
      assertEquals(
          List.of(), nights.storage.files(nights.tenant, Container.PROFILE_BACKUPS, "" + gone));
    }
    assertThrows(
        IllegalStateException.class,
        () -> nights.step(BackupWork.class, work -> work.seal(broken)));
    nights.now = TestNights.NOW.plus(Duration.ofDays(36));
    UUID last = nights.backUp();
    assertEquals(
        List.of(last),
        nights.asAdmin(b -> b.page(null, null)).items().stream().map(BackupView::id).toList());
    System.clearProperty("cairn.backups.kept");
  }

  @Test
  void withoutStorageNothingIsABackup() {
    nights.learner(3);
    nights.storage.isDown(true);
    ProblemException down = assertThrows(ProblemException.class, nights::backUp);
    assertEquals(ArchiveProblem.STORAGE_UNAVAILABLE, down.problem());
    nights.storage.isDown(false);
    assertEquals(List.of(), nights.asAdmin(b -> b.page(null, null)).items());
    UUID backup = nights.backUp();
    assertEquals(1, nights.asAdmin(b -> b.find(backup)).profiles());
  }

  @Test
  void backupsAreListedByPages() {
    nights.learner(1);
    List<UUID> made = List.of(nights.backUp(), nights.backUp(), nights.backUp());
    var first = nights.asAdmin(b -> b.page(null, 2));
    assertEquals(
        List.of(made.get(2), made.get(1)), first.items().stream().map(BackupView::id).toList());
    var second = nights.asAdmin(b -> b.page(first.next(), 2));
    assertEquals(List.of(made.get(0)), second.items().stream().map(BackupView::id).toList());
    assertNull(second.next());
  }

  /** A column that somebody adds has to be copied, too. */
  @ParameterizedTest
  @CsvSource({
    "xp_transaction, /ledger/0",
    "xp_earning, /earnings/0",
    "game_day, /days/0",
    "game_profile, ''",
    "game_calendar, ''"
  })
  void everyColumnIsInALine(String table, String place) throws Exception {
    nights.learner(1);
    List<String> lines = nights.lines(nights.backUp());
    Set<String> copied = new TreeSet<>(Set.of("tenant_id", "learner_id"));
    String line = lines.get(table.equals("game_calendar") ? 0 : 1);
    new ObjectMapper()
        .readTree(line)
        .at(place)
        .fieldNames()
        .forEachRemaining(name -> copied.add(COLUMNS.getOrDefault(name, name)));
    Set<String> columns = new TreeSet<>();
    try (Connection superuser = TestDatabase.superuser();
        Statement statement = superuser.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select column_name from information_schema.columns"
                    + " where table_schema = 'cairn' and table_name = '%s'".formatted(table))) {
      while (row.next()) {
        columns.add(row.getString(1));
      }
    }
    assertTrue(columns.size() > 3, columns::toString);
    columns.removeAll(copied);
    // Not written any more.
    columns.remove("last_active_at");
    assertEquals(Set.of(), columns);
  }

  private void earn(UUID learner, long number, long balance) {
    nights.inTenant(
        sql ->
            sql.with(EARN)
                .set("learner", learner)
                .set("number", number)
                .set("balance", balance)
                .update());
  }

  private static void change(String statement) {
    try (Connection superuser = TestDatabase.superuser();
        Statement change = superuser.createStatement()) {
      change.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long count(String query) {
    try (Connection superuser = TestDatabase.superuser();
        Statement statement = superuser.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
