package org.cairn.gamification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.ActingLearner;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.events.EventLog;
import org.cairn.gamification.LedgerFindings.Finding;
import org.cairn.gamification.LedgerReconciliation.LedgerState;
import org.cairn.gamification.RecordStore.Present;
import org.jspecify.annotations.Nullable;

/**
 * Copies of a district's profiles with all that they rest on, and the way back, for jobs.
 *
 * <p>A copy is lines of JSON, one a learner: profile, ledger up to the profile's last row, what is
 * owed for what, and the days of the streak, all of one moment.
 */
@Singleton
public class ProfileRecords {

  private final RecordStore records;
  private final ReconciliationStore ledgers;
  private final RuleCatalog catalog;
  private final Access access;
  private final EventLog log;
  private final Clock clock;

  @Inject
  ProfileRecords(
      RecordStore records,
      ReconciliationStore ledgers,
      RuleCatalog catalog,
      Access access,
      EventLog log,
      Clock clock) {
    this.records = records;
    this.ledgers = ledgers;
    this.catalog = catalog;
    this.access = access;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Some learners' lines.
   *
   * @param lines UTF-8, each with its line feed; {@code null} where there is nobody any more
   * @param rows how many rows of ledgers are in them
   * @param last the last learner
   */
  @SuppressWarnings("ArrayRecordComponent") // megabytes that are written on, never compared
  public record Copy(byte @Nullable [] lines, long profiles, long rows, @Nullable UUID last) {}

  /**
   * What became of lines.
   *
   * @param restored learners for whom something was missing
   * @param whole learners for whom nothing was
   * @param kept learners whose ledger tells something else than the copy, and was left alone
   * @param absent learners whom the roster does not know any more, or who were erased
   * @param rows rows of ledgers that were missing
   * @param differing restored learners whose profile is not what the ledger says
   */
  public record Restored(
      long restored, long whole, long kept, long absent, long rows, long differing) {}

  /** How many profiles there are. */
  public long total() {
    requireJob();
    return ledgers.profiles();
  }

  /**
   * Where to cut a copy into parts: the learners, in the order of ids, at whom another so many rows
   * of profiles and ledgers are full.
   */
  public List<UUID> edges(int rows) {
    requireJob();
    return records.edges(rows);
  }

  /**
   * The lines of the next learners: a bounded number of them and of rows, but at least one learner.
   *
   * @param after the learner before
   * @param until the last one that is wanted
   */
  public Copy copy(@Nullable UUID after, @Nullable UUID until) {
    requireJob();
    return records.copy(after, until);
  }

  /** The calendars that days of streaks were judged by, as lines. */
  public byte @Nullable [] calendars() {
    requireJob();
    return records.calendars();
  }

  /** The version of the rules that holds now. */
  public String ruleVersion() {
    return catalog.rules().at(clock.instant()).version();
  }

  /** Adds those calendars that are missing. */
  public void restoreCalendars(List<String> lines) {
    requireJob();
    records.addCalendars(array(lines));
  }

  /**
   * Adds what is missing of learners and changes nothing that is there; again it adds nothing. Each
   * learner is locked to the end of the transaction. Where a profile then is not what its ledger
   * says, that is flagged.
   *
   * @param run the job's
   * @param cut when the copy was made
   * @param lines by learner
   * @param dryRun whether to look only
   */
  public Restored restore(UUID run, Instant cut, Map<UUID, String> lines, boolean dryRun) {
    requireJob();
    Map<UUID, ActingLearner> there = new TreeMap<>(access.remembered(lines.keySet(), cut));
    there.values().forEach(log::lock);
    String known = array(there.keySet().stream().map(lines::get).toList());
    List<UUID> missing = new ArrayList<>();
    long kept = 0;
    for (Present present : records.present(known)) {
      if (present.others() > 0) {
        kept++;
      } else if (!isWhole(present)) {
        missing.add(present.learner());
      }
    }
    long rows = dryRun ? 0 : records.add(known, missing);
    return new Restored(
        missing.size(),
        there.size() - missing.size() - kept,
        kept,
        lines.size() - there.size(),
        rows,
        dryRun ? 0 : flag(run, missing));
  }

  private static boolean isWhole(Present present) {
    return !present.lacks() && present.rows() == present.copied();
  }

  private long flag(UUID run, Collection<UUID> learners) {
    Instant now = clock.instant();
    List<LedgerState> differing =
        ledgers.of(learners).stream().filter(state -> !state.agrees()).toList();
    List<Finding> findings =
        differing.stream().flatMap(state -> LedgerReconciliation.findings(state, now)).toList();
    ledgers.flag(run, findings, now);
    return differing.size();
  }

  private static String array(List<String> lines) {
    return "[" + String.join(",", lines) + "]";
  }

  /** Whole districts are copied by jobs only, whoever asked for them. */
  private static void requireJob() {
    Callers.current().require(Roles.SYSTEM);
  }
}
