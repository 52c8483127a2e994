package org.cairn.journey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.access.Access;
import org.cairn.access.ActingLearner;
import org.cairn.caller.Roles;
import org.cairn.events.EventLog;
import org.cairn.jobs.RecordSkipped;
import org.cairn.journey.ArchiveStore.Idle;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Moves journeys of long ago to the archive, for a job: a learner's school year as a whole, when
 * nothing of it was touched for a year, since questions are judged by all tries of a school year.
 *
 * <p>The objects first, read back and compared; then, in the same transaction and under the
 * learners' locks, stubs take the place of rows. Whatever breaks off leaves the rows.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class JourneyArchive {

  /** How long journeys stay where they were. */
  private static final int YEARS = 1;

  @Inject private ArchiveStore store;
  @Inject private ArchiveObjects objects;
  @Inject private Access access;
  @Inject private EventLog log;
  @Inject private Clock clock;

  /** A learner's school year, by the year in which it ends. */
  public record SchoolYear(UUID learner, int schoolYear) {

    /** Where it stands among all. */
    public String key() {
      return learner + "/" + schoolYear;
    }

    static @Nullable SchoolYear of(@Nullable String key) {
      return key == null
          ? null
          : new SchoolYear(
              UUID.fromString(key.substring(0, 36)), Integer.parseInt(key.substring(37)));
    }
  }

  /**
   * A school year of a page.
   *
   * @param isIdle whether nothing of it was touched since
   * @param hindrance why it has to stay, a code
   */
  public record Due(SchoolYear year, boolean isIdle, @Nullable String hindrance) {

    /**
     * The school year, if it is to go.
     *
     * @throws RecordSkipped {@code LEARNER_UNKNOWN}, {@code LEARNER_ERASED}
     */
    public Optional<SchoolYear> toGo() {
      if (hindrance != null) {
        throw new RecordSkipped(year.key(), hindrance);
      }
      return isIdle ? Optional.of(year) : Optional.empty();
    }
  }

  /**
   * Journeys whose object was read back as it was written.
   *
   * @param archive the object's id
   * @param sha256 of its bytes, compressed
   */
  public record Kept(SchoolYear year, List<UUID> journeys, UUID archive, String sha256) {

    public Kept {
      journeys = List.copyOf(journeys);
    }
  }

  /** How many school years are to go. */
  public long total() {
    return store.count(before());
  }

  /** The school years that may be to go, behind one. */
  public List<Due> page(@Nullable String after, int limit) {
    Instant now = clock.instant();
    List<SchoolYear> years = store.page(SchoolYear.of(after), before(), limit);
    Map<UUID, ActingLearner> known = access.remembered(learners(years), now);
    Set<SchoolYear> idle =
        store.idle(years, before()).stream().map(Idle::year).collect(Collectors.toSet());
    return years.stream()
        .map(year -> new Due(year, idle.contains(year), objects.hindrance(year, known)))
        .toList();
  }

  /**
   * Writes school years to the archive and reads them back; the learners are locked to the end of
   * the transaction.
   *
   * @return those that are still to go; whoever was erased meanwhile stays for the next run to tell
   * @throws ProblemException {@code STORAGE_UNAVAILABLE}, {@code OBJECT_DAMAGED}
   */
  public List<Kept> keep(List<SchoolYear> years) {
    Map<UUID, ActingLearner> known = access.remembered(learners(years), clock.instant());
    log.lockAll(known.values());
    List<SchoolYear> there =
        years.stream().filter(year -> known.containsKey(year.learner())).toList();
    return objects.put(store.idle(there, before()), known);
  }

  /** Leaves stubs in the place of what was kept. */
  public void replace(List<Kept> kept) {
    store.replace(kept, clock.instant());
  }

  private static Set<UUID> learners(List<SchoolYear> years) {
    return years.stream().map(SchoolYear::learner).collect(Collectors.toSet());
  }

  private Instant before() {
    return clock.instant().atOffset(ZoneOffset.UTC).minusYears(YEARS).toInstant();
  }
}
