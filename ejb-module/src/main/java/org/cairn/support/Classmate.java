package org.cairn.support;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cairn.support.ClassStore.Member;
import org.cairn.support.NeedView.Rule;

/** A learner of a class with what it needs. */
record Classmate(Member member, List<NeedView> needs) {

  /** As a class register has them: family name, given name, and whatever tells namesakes apart. */
  static final Comparator<Classmate> BY_NAME =
      Comparator.comparing((Classmate mate) -> mate.member().familyName().toLowerCase(Locale.ROOT))
          .thenComparing(mate -> mate.member().givenName().toLowerCase(Locale.ROOT))
          .thenComparing(mate -> mate.id().toString());

  UUID id() {
    return member.view().learnerId();
  }

  boolean has(Rule rule) {
    return needs.stream().anyMatch(need -> need.rule() == rule);
  }

  ClassLearnerView view() {
    ClassLearnerView plain = member.view();
    return new ClassLearnerView(
        plain.learnerId(),
        plain.displayName(),
        plain.grade(),
        plain.journey(),
        plain.tracksStarted(),
        plain.tracksDone(),
        plain.lastSyncAt(),
        plain.lastActiveOn(),
        plain.streakDays(),
        plain.lifetimeXp(),
        plain.openRemediation(),
        needs.stream().map(NeedView::rule).distinct().toList());
  }
}
