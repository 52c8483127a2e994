package org.cairn.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.attack.Operation.About;
import org.cairn.attack.Sweep.Finding;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the OpenAPI document, every kind of stranger, ids of rows that exist: with all
 * nets, with each of two alone, and with neither, which shows that the sweep can find a leak.
 *
 * <p>The application's checks alone must hold everything. Row-level security alone must hold all
 * rows of other districts, whatever the role, and a learner's records from other learners; who is
 * in the roster of the own district, and what adults may see there, only the application decides.
 */
class SweepIT {

  /**
   * Reads in which the sweep finds no leak even with neither net: they look by the calling
   * learner's own id, or in the object storage below the caller's own tenant, or open for the one
   * whom a signed link names, or tell dates, counts or roles alone, in which nothing says whose
   * they are.
   */
  private static final Set<String> NOT_TO_BE_TOLD =
      Set.of(
          "getMyJourney",
          "getMyJourneySummary",
          "getMySession",
          "explainMyXpTransaction",
          "getContentObject",
          "getContentFile",
          "listBackups",
          "getBackup",
          "listAccessesOfLearner",
          "listDigestWeeks",
          "openDocument");

  @Test
  void withAllNetsNoStrangerLearnsOrChangesAnything() {
    holdsEverything(new Sweep(AttackedCairn.shipped()));
  }

  @Test
  void theApplicationsChecksAloneHoldEverything() {
    Sweep sweep = new Sweep(AttackedCairn.shipped());
    withoutRowLevelSecurity(() -> holdsEverything(sweep));
  }

  @Test
  void rowLevelSecurityAloneHoldsOtherDistrictsAndOtherLearnersRecords() {
    unchecked(
        sweep -> {
          List<Finding> findings = sweep.callUnchecked(People.strangers());
          assertTrue(findings.isEmpty(), () -> Finding.text(findings));
        });
  }

  /** The proof that the sweep can fail. */
  @Test
  void withNeitherNetAllOtherReadsLeak() {
    unchecked(sweep -> withoutRowLevelSecurity(() -> findsLeaks(sweep)));
  }

  private static void unchecked(Consumer<Sweep> work) {
    try (AttackedCairn unchecked = unchecked()) {
      Sweep sweep = new Sweep(unchecked);
      assertEquals(List.of(), sweep.callRightly());
      work.accept(sweep);
    } finally {
      Rows.execute(
          List.of(
              "update roster_import set state = 'FAILED', finished_at = now()"
                  + " where finished_at is null"));
    }
  }

  private static void holdsEverything(Sweep sweep) {
    assertEquals(List.of(), sweep.callRightly());
    List<Finding> findings = sweep.callWrongly(People.strangers());
    assertTrue(findings.isEmpty(), () -> Finding.text(findings));
    assertEquals(List.of(), sweep.readRightly());
    System.out.println(sweep.size(People.strangers()) + " requests of strangers, 0 leaks");
  }

  /** All other reads of others' rows leak them, so each is really put to the test. */
  private static void findsLeaks(Sweep sweep) {
    Set<String> leaking =
        sweep.callWrongly(People.strangers()).stream()
            .map(finding -> finding.operation().id())
            .collect(Collectors.toSet());
    List<String> silent =
        sweep.operations().stream()
            .filter(Operation::isRead)
            .filter(o -> Set.of(About.LEARNER, About.TENANT).contains(o.about()))
            .map(Operation::id)
            .filter(id -> !leaking.contains(id) && !NOT_TO_BE_TOLD.contains(id))
            .toList();
    assertEquals(List.of(), silent);
  }

  private static void withoutRowLevelSecurity(Runnable work) {
    List<String> tables = Stream.concat(Rows.tables("").stream(), Stream.of("tenant")).toList();
    Rows.execute(
        tables.stream().map(t -> "alter table " + t + " disable row level security").toList());
    try {
      work.run();
    } finally {
      Rows.execute(
          tables.stream().map(t -> "alter table " + t + " enable row level security").toList());
    }
  }

  private static AttackedCairn unchecked() {
    World.of(AttackedCairn.shipped());
    return AttackedCairn.start(
        "unchecked", UncheckedEar.make(AttackedCairn.home("unchecked").create()), "");
  }
}
