package org.cairn.journey;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.archive.Archive;
import org.cairn.archive.ArchiveProblem;
import org.cairn.archive.Container;
import org.cairn.archive.PackedLines;
import org.cairn.archive.StoredObject;
import org.cairn.journey.ArchiveStore.Idle;
import org.cairn.journey.JourneyArchive.Kept;
import org.cairn.journey.JourneyArchive.SchoolYear;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** Makes an object of each school year, of small ones many at a time, and reads each back. */
@Singleton
class ArchiveObjects {

  /** So many rows at a time are read into memory, some megabytes; more of one are read by pages. */
  static final int MOST_ROWS = 10_000;

  private final ArchiveLineStore lines;
  private final Archive archive;

  @Inject
  ArchiveObjects(ArchiveLineStore lines, Archive archive) {
    this.lines = lines;
    this.archive = archive;
  }

  /** Why a school year cannot go; nothing for most. */
  @Nullable String hindrance(SchoolYear year, Map<UUID, ActingLearner> known) {
    ActingLearner learner = known.get(year.learner());
    if (learner == null) {
      return "LEARNER_UNKNOWN";
    }
    return archive.isErased(learner.visible()) ? "LEARNER_ERASED" : null;
  }

  /** Those that were read back as they were written: all but of learners who were erased. */
  List<Kept> put(List<Idle> years, Map<UUID, ActingLearner> learners) {
    List<Kept> kept = new ArrayList<>();
    List<Idle> some = new ArrayList<>();
    long rows = 0;
    for (Idle year : years) {
      if (rows + year.rows() > MOST_ROWS && !some.isEmpty()) {
        kept.addAll(together(some, learners));
        some.clear();
        rows = 0;
      }
      some.add(year);
      rows += year.rows();
    }
    if (!some.isEmpty()) {
      kept.addAll(together(some, learners));
    }
    return kept;
  }

  private List<Kept> together(List<Idle> years, Map<UUID, ActingLearner> learners) {
    List<Archive.Given> given = given(years, learners);
    List<Optional<StoredObject>> stored =
        archive.putAll(
            Container.SESSION_ARCHIVE, ArchivedJourneys.FILE, PackedLines.MEDIA_TYPE, given);
    List<Kept> kept = new ArrayList<>();
    for (int i = 0; i < years.size(); i++) {
      Idle year = years.get(i);
      String sha256 = stored.get(i).map(StoredObject::sha256).orElse(null);
      if (sha256 != null && isReadBack(given.get(i), sha256)) {
        kept.add(new Kept(year.year(), year.journeys(), id(year), sha256));
      }
    }
    return kept;
  }

  private List<Archive.Given> given(List<Idle> years, Map<UUID, ActingLearner> learners) {
    boolean isLarge = years.stream().anyMatch(year -> year.rows() > MOST_ROWS);
    List<byte[]> all = isLarge ? List.of() : lines.lines(years, learners);
    List<Archive.Given> given = new ArrayList<>();
    for (int i = 0; i < years.size(); i++) {
      Idle year = years.get(i);
      ActingLearner learner = Objects.requireNonNull(learners.get(year.year().learner()));
      byte[] own = isLarge ? null : all.get(i);
      given.add(new Archive.Given(learner.visible(), id(year), () -> packed(learner, year, own)));
    }
    return given;
  }

  private InputStream packed(ActingLearner learner, Idle year, byte @Nullable [] own) {
    return own == null
        ? PackedLines.pack(new ArchivePages(lines, learner, year))
        : PackedLines.pack(own);
  }

  private boolean isReadBack(Archive.Given given, String sha256) {
    try {
      InputStream opened =
          archive.open(
              given.learner(), Container.SESSION_ARCHIVE, given.about(), ArchivedJourneys.FILE);
      if (!Archive.isWhole(opened, sha256)) {
        throw ArchiveProblem.OBJECT_DAMAGED.with("Nothing was removed.");
      }
      return true;
    } catch (ProblemException e) {
      if (e.problem() == ArchiveProblem.OBJECT_ERASED) {
        return false;
      }
      throw e;
    }
  }

  private static UUID id(Idle year) {
    return year.journeys().get(0);
  }
}
