package org.cairn.support;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.access.VisibleScope;
import org.cairn.support.ClassStore.Days;
import org.cairn.support.ClassStore.Member;
import org.cairn.support.NeedRules.Fall;
import org.cairn.support.NeedStore.Run;
import org.cairn.support.NeedView.Lesson;
import org.cairn.support.NeedView.Rule;

/** Puts a class together, in as many statements for thirty learners as for three hundred. */
@Singleton
class ClassReading {

  private final ClassStore store;
  private final NeedStore needs;
  private final SupportSettingsStore settings;
  private final Clock clock;

  @Inject
  ClassReading(ClassStore store, NeedStore needs, SupportSettingsStore settings, Clock clock) {
    this.store = store;
    this.needs = needs;
    this.settings = settings;
    this.clock = clock;
  }

  /** All learners of the class with their needs, in the order of rules and skills. */
  List<Classmate> read(VisibleScope scope, UUID classId) {
    Instant now = clock.instant();
    Days days = store.days(scope, classId, now);
    SupportSettingsView terms = settings.find();
    Map<UUID, List<Run>> runs = needs.wrongInARow(scope);
    Map<UUID, List<Lesson>> lessons = needs.latestLessons(scope);
    return store.members(scope, classId, days, now).stream()
        .map(
            member -> {
              UUID id = member.view().learnerId();
              List<NeedView> own = new ArrayList<>();
              inactive(member, days, terms, own);
              falling(member, lessons.getOrDefault(id, List.of()), terms, own);
              runs.getOrDefault(id, List.of()).forEach(run -> own.add(wrong(member, run)));
              return new Classmate(member, own);
            })
        .toList();
  }

  private static NeedView wrong(Member member, Run run) {
    return new NeedView(
        member.view().learnerId(),
        member.view().displayName(),
        Rule.WRONG_IN_A_ROW,
        run.skillId(),
        run.subject(),
        run.attempts(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Of whom nothing tells since when it should be active, nothing is expected. */
  private static void inactive(
      Member member, Days days, SupportSettingsView terms, List<NeedView> own) {
    LocalDate lastActive = member.view().lastActiveOn();
    LocalDate after = NeedRules.expectedAfter(lastActive, member.joinedOn(), days.yearStart());
    if (after == null) {
      return;
    }
    List<LocalDate> missed = NeedRules.missed(after, days.today(), days.calendar());
    if (missed.size() >= terms.inactiveSchoolDays()) {
      own.add(
          new NeedView(
              member.view().learnerId(),
              member.view().displayName(),
              Rule.NO_ACTIVITY,
              null,
              null,
              null,
              lastActive,
              missed.size(),
              NeedRules.shown(missed),
              null,
              null,
              null));
    }
  }

  private static void falling(
      Member member, List<Lesson> lessons, SupportSettingsView terms, List<NeedView> own) {
    Fall fall = NeedRules.falling(lessons, terms.scoreDrop());
    if (fall != null) {
      own.add(
          new NeedView(
              member.view().learnerId(),
              member.view().displayName(),
              Rule.SCORES_FALLING,
              null,
              null,
              null,
              null,
              null,
              null,
              fall.before(),
              fall.now(),
              lessons));
    }
  }
}
