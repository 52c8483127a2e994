package org.cairn.journey;

import java.util.List;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.archive.PackedLines;
import org.cairn.journey.ArchiveStore.Lines;
import org.jspecify.annotations.Nullable;

/** The lines of journeys: the journeys, then their lessons, then all answers. */
final class ArchivePages implements PackedLines.Pages {

  private final ArchiveStore store;
  private final ActingLearner learner;
  private final List<UUID> journeys;
  private int page;
  private @Nullable String last = "";

  ArchivePages(ArchiveStore store, ActingLearner learner, List<UUID> journeys) {
    this.store = store;
    this.learner = learner;
    this.journeys = journeys;
  }

  @Override
  public byte @Nullable [] next() {
    page++;
    if (page == 1) {
      return store.journeyLines(learner, journeys).text();
    }
    if (page == 2) {
      byte[] lessons = store.lessonLines(learner, journeys).text();
      return lessons == null ? new byte[0] : lessons;
    }
    if (last == null) {
      return null;
    }
    Lines attempts = store.attemptLines(learner, journeys, last);
    last = attempts.last();
    return attempts.text();
  }
}
