package org.cairn.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.cairn.progress.GoldenCases.Case;
import org.cairn.roster.SchoolCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgressFoldTest {

  static List<Case> cases() {
    return GoldenCases.all();
  }

  @Test
  void thereAreCasesEachOfAName() {
    assertTrue(cases().size() >= 100, () -> "only " + cases().size());
    assertEquals(cases().size(), cases().stream().map(Case::name).distinct().count());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSnapshotIsTheCases(Case given) {
    assertEquals(given.snapshot(), reduced(given.events(), given.calendar()));
    if (given.canonical() != null) {
      assertEquals(given.canonical(), reduced(given.events(), given.calendar()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itIsTheSameInAnyOrderAndTwice(Case given) {
    List<SyncEvent> turned = new ArrayList<>(given.events());
    Collections.reverse(turned);
    assertEquals(given.snapshot(), reduced(turned, given.calendar()));
    for (int i = 0; i < turned.size(); i++) {
      Collections.rotate(turned, 1);
      assertEquals(given.snapshot(), reduced(turned, given.calendar()));
    }
    turned.addAll(given.events());
    assertEquals(given.snapshot(), reduced(turned, given.calendar()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itIsTheSameInAnySplitWhereBatchesComeInOrder(Case given) {
    TreeMap<SyncEvent.Key, SyncEvent> ordered = new TreeMap<>();
    given.events().forEach(event -> ordered.put(event.key(), event));
    List<SyncEvent> all = List.copyOf(ordered.values());
    for (int split = 0; split <= all.size(); split++) {
      Progress first = ProgressFold.fold(Progress.NONE, all.subList(0, split), given.calendar());
      Progress both = ProgressFold.fold(first, all.subList(split, all.size()), given.calendar());
      assertEquals(given.snapshot(), SnapshotText.of(both));
    }
  }

  private static String reduced(List<SyncEvent> events, SchoolCalendar calendar) {
    return SnapshotText.of(ProgressFold.fold(Progress.NONE, events, calendar));
  }
}
