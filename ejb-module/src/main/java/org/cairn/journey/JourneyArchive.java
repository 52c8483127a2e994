package org.cairn.journey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.ActingLearner;
import org.cairn.archive.Archive;
import org.cairn.archive.ArchiveProblem;
import org.cairn.archive.Container;
import org.cairn.archive.PackedLines;
import org.cairn.archive.StoredObject;
import org.cairn.caller.Roles;
import org.cairn.events.EventLog;
import org.cairn.jobs.RecordSkipped;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Moves journeys of long ago to the archive, for a job: a learner's school year as a whole, when
 * nothing of it was touched for a year, since questions are judged by all tries of a school year.
 *
 * <p>The object first, read back and compared; then, in the same transaction and under the
 * learner's lock, stubs take the place of rows. Whatever breaks off leaves the rows.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class JourneyArchive {

  /** How long journeys stay where they were. */
  private static final int YEARS = 1;

  @Inject private ArchiveStore store;
  @Inject private Archive archive;
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

  /** The school years that are to go, behind one. */
  public List<SchoolYear> page(@Nullable String after, int limit) {
    return store.page(SchoolYear.of(after), before(), limit);
  }

  /**
   * Writes a school year to the archive and reads it back; the learner is locked to the end of the
   * transaction.
   *
   * @return nothing where there is nothing to go any more
   * @throws RecordSkipped {@code LEARNER_ERASED}; then nothing was written
   * @throws ProblemException {@code STORAGE_UNAVAILABLE}, {@code OBJECT_DAMAGED}
   */
  public Optional<Kept> keep(SchoolYear year) {
    ActingLearner learner =
        access.remembered(List.of(year.learner()), clock.instant()).get(year.learner());
    if (learner == null) {
      throw new RecordSkipped(year.key(), "LEARNER_UNKNOWN");
    }
    log.lock(learner);
    List<UUID> journeys = store.journeys(learner, year.schoolYear(), before());
    if (journeys.isEmpty()) {
      return Optional.empty();
    }
    UUID id = journeys.get(0);
    try {
      String sha256 = put(learner, journeys, id);
      return Optional.of(new Kept(year, journeys, id, sha256));
    } catch (ProblemException e) {
      if (e.problem() == ArchiveProblem.OBJECT_ERASED) {
        throw new RecordSkipped(year.key(), "LEARNER_ERASED");
      }
      throw e;
    }
  }

  /** Leaves stubs in the place of what was kept. */
  public void replace(List<Kept> kept) {
    Instant now = clock.instant();
    for (Kept each : kept) {
      UUID id = each.year().learner();
      ActingLearner learner = access.remembered(List.of(id), now).get(id);
      if (learner != null) {
        store.replace(learner, each.journeys(), each.archive(), each.sha256(), now);
      }
    }
  }

  private String put(ActingLearner learner, List<UUID> journeys, UUID id) {
    try (InputStream packed = PackedLines.pack(new ArchivePages(store, learner, journeys))) {
      StoredObject stored =
          archive.put(
              learner.visible(),
              Container.SESSION_ARCHIVE,
              id,
              ArchivedJourneys.FILE,
              PackedLines.MEDIA_TYPE,
              packed);
      InputStream opened =
          archive.open(learner.visible(), Container.SESSION_ARCHIVE, id, ArchivedJourneys.FILE);
      if (!Archive.isWhole(opened, stored.sha256())) {
        throw ArchiveProblem.OBJECT_DAMAGED.with("Nothing was removed.");
      }
      return stored.sha256();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Instant before() {
    return clock.instant().atOffset(ZoneOffset.UTC).minusYears(YEARS).toInstant();
  }
}
