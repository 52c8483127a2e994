package org.cairn.journey;

import org.cairn.access.ActingLearner;
import org.cairn.archive.PackedLines;
import org.cairn.journey.ArchiveLineStore.Lines;
import org.cairn.journey.ArchiveStore.Idle;
import org.jspecify.annotations.Nullable;

/** The lines of a large school year: the journeys, then their lessons, then all answers. */
final class ArchivePages implements PackedLines.Pages {

  private final ArchiveLineStore store;
  private final ActingLearner learner;
  private final Idle year;
  private int page;
  private @Nullable String last = "";

  ArchivePages(ArchiveLineStore store, ActingLearner learner, Idle year) {
    this.store = store;
    this.learner = learner;
    this.year = year;
  }

  @Override
  public byte @Nullable [] next() {
    page++;
    if (page == 1) {
      return store.journeyLines(learner, year).text();
    }
    if (page == 2) {
      byte[] lessons = store.lessonLines(learner, year).text();
      return lessons == null ? new byte[0] : lessons;
    }
    if (last == null) {
      return null;
    }
    Lines answers = store.answerLines(learner, year, last);
    last = answers.last();
    return answers.text();
  }
}
