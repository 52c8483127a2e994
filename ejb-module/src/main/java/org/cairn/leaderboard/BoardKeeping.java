package org.cairn.leaderboard;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.cairn.gamification.XpSettled;
import org.cairn.shared.Reaction;

/** Keeps a learner's entry in line with what it has earned, in the transaction that pays. */
@Reaction
@Singleton
class BoardKeeping {

  static final int PRIORITY = 400;

  private final EntryStore entries;

  @Inject
  BoardKeeping(EntryStore entries) {
    this.entries = entries;
  }

  void on(@Observes @Priority(PRIORITY) XpSettled settled) {
    entries.settle(settled.learner(), settled);
  }
}
