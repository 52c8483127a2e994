package org.cairn.roster;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.roster.RosterImportWork.RosterApplied;

/**
 * Applies the staged rows. A dry run does the very same and takes it back to a savepoint, so that
 * what it foretells is what would have happened; so does a run over the threshold.
 */
@Singleton
class RosterUpdate {

  static final String GUARDIANSHIPS = "guardianships";

  private final ImportStore imports;
  private final MergeStore tables;
  private final GuardianshipStore guardianships;
  private final ImportEnd end;
  private final Event<RosterApplied> applied;
  private final Clock clock;

  @Inject
  RosterUpdate(
      ImportStore imports,
      MergeStore tables,
      GuardianshipStore guardianships,
      ImportEnd end,
      Event<RosterApplied> applied,
      Clock clock) {
    this.imports = imports;
    this.tables = tables;
    this.guardianships = guardianships;
    this.end = end;
    this.applied = applied;
    this.clock = clock;
  }

  /** Ends the import in its final state, whichever that is. */
  void apply(RosterImportView roster) {
    List<RosterKind> kinds = imports.kinds(roster.id());
    Map<String, Long> before = counts(kinds);
    tables.mark();
    Map<String, ChangeCounts> changes = merge(roster.id(), kinds);
    String tooMuch = ThresholdRule.verdict(losses(changes, before), roster.threshold());
    if (roster.dryRun() || !tooMuch.isEmpty()) {
      tables.takeBack();
    }
    changes.forEach((kind, counts) -> imports.addCount(roster.id(), kind, counts));
    if (!tooMuch.isEmpty()) {
      end.end(roster.id(), ImportState.STOPPED, tooMuch);
    } else if (roster.dryRun()) {
      end.end(roster.id(), ImportState.CHECKED, told(changes, true));
    } else {
      applied.fire(new RosterApplied(roster.id()));
      end.end(roster.id(), ImportState.APPLIED, told(changes, false));
    }
  }

  private Map<String, ChangeCounts> merge(UUID importId, List<RosterKind> kinds) {
    Map<String, ChangeCounts> changes = new LinkedHashMap<>();
    for (RosterKind kind : kinds) {
      changes.put(kind.fileName(), tables.merge(importId, kind));
    }
    for (RosterKind kind : kinds) {
      int gone = tables.deactivate(importId, kind);
      changes.computeIfPresent(kind.fileName(), (name, counts) -> counts.withDeactivated(gone));
    }
    if (kinds.contains(RosterKind.USERS)) {
      changes.put(GUARDIANSHIPS, guardianships.merge(importId, clock.instant()));
    }
    return changes;
  }

  private Map<String, Long> counts(List<RosterKind> kinds) {
    Map<String, Long> before = new LinkedHashMap<>();
    for (RosterKind kind : List.of(RosterKind.USERS, RosterKind.ENROLLMENTS)) {
      if (kinds.contains(kind)) {
        before.put(kind.fileName(), tables.active(kind));
      }
    }
    before.put(GUARDIANSHIPS, guardianships.live());
    return before;
  }

  private static List<ThresholdRule.Loss> losses(
      Map<String, ChangeCounts> changes, Map<String, Long> before) {
    List<ThresholdRule.Loss> losses = new ArrayList<>();
    before.forEach(
        (kind, active) -> {
          ChangeCounts counts = changes.getOrDefault(kind, ChangeCounts.NONE);
          losses.add(new ThresholdRule.Loss(kind, counts.deactivated(), active));
        });
    return losses;
  }

  private static String told(Map<String, ChangeCounts> changes, boolean dryRun) {
    long touched = changes.values().stream().mapToLong(ChangeCounts::touched).sum();
    if (touched == 0) {
      return "The roster was already as the file says: 0 changes.";
    }
    return touched + (dryRun ? " changes would be made; none was made." : " changes were made.");
  }
}
