package org.cairn.support;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.content.Catalog;
import org.cairn.content.SkillView;
import org.cairn.shared.FieldError;
import org.cairn.support.OverrideRules.Completion;
import org.cairn.support.OverrideRules.GradeSkill;
import org.cairn.support.OverrideRules.Schooling;
import org.cairn.support.OverrideStore.Trained;
import org.jspecify.annotations.Nullable;

/** Records overrides and has them take effect. The learner's lock is held. */
@Singleton
class Overriding {

  private final OverrideStore store;
  private final RemediationStore queue;
  private final SupportSettingsStore settings;
  private final Catalog catalog;
  private final Audit audit;
  private final Clock clock;

  @Inject
  Overriding(
      OverrideStore store,
      RemediationStore queue,
      SupportSettingsStore settings,
      Catalog catalog,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.queue = queue;
    this.settings = settings;
    this.catalog = catalog;
    this.audit = audit;
    this.clock = clock;
  }

  void request(ActingLearner learner, UUID id, String toGrade, @Nullable String reason) {
    Instant now = clock.instant();
    Schooling schooling = schooling(learner, toGrade, now);
    if (store.isWaiting(learner)) {
      throw SupportProblem.OVERRIDE_WAITING.with("Wait for the school's decision.");
    }
    boolean waits = settings.find().approvalRequired();
    String from = String.valueOf(schooling.grade());
    Completion completion = completion(learner, from, toGrade);
    GradeOverrideView override =
        GradeOverrideView.asked(
            id,
            learner.id(),
            from,
            toGrade,
            schooling.schoolYear(),
            String.valueOf(reason),
            waits ? OverrideRules.REQUESTED : OverrideRules.EFFECTIVE,
            completion,
            now);
    store.add(learner, override, completion);
    if (waits) {
      record(AuditAction.OVERRIDE_REQUESTED, learner, override, override.reason(), completion);
    } else {
      takeEffect(learner, override, override.reason(), schooling, completion);
    }
  }

  void decide(ActingLearner learner, GradeOverrideView waiting, boolean approved, String reason) {
    Instant now = clock.instant();
    Completion completion = completion(learner, waiting.fromGrade(), waiting.toGrade());
    if (!approved) {
      store.decide(learner, waiting.id(), OverrideRules.REFUSED, reason, completion, now);
      record(AuditAction.OVERRIDE_REFUSED, learner, waiting, reason, completion);
      return;
    }
    Schooling schooling = schooling(learner, waiting.toGrade(), now);
    store.decide(learner, waiting.id(), OverrideRules.EFFECTIVE, reason, completion, now);
    takeEffect(learner, waiting, reason, schooling, completion);
  }

  private void takeEffect(
      ActingLearner learner,
      GradeOverrideView override,
      String reason,
      Schooling schooling,
      Completion completion) {
    Instant now = clock.instant();
    store.reach(learner, override.toGrade(), schooling.schoolYear(), override.id(), now);
    if (!completion.gaps().isEmpty()) {
      queue.queue(
          learner,
          RemediationRules.drafts(completion.gaps(), schooling.day(), "override", override.id()),
          now);
    }
    record(AuditAction.OVERRIDE_MADE, learner, override, reason, completion);
  }

  /** Where the learner is, if the grade is above it. */
  private Schooling schooling(ActingLearner learner, String toGrade, Instant now) {
    Schooling schooling = store.schooling(learner, now).orElse(null);
    String grade = schooling == null ? null : schooling.grade();
    if (schooling == null || grade == null || !OverrideRules.GRADES.contains(grade)) {
      throw SupportProblem.GRADE_UNKNOWN.with("Ask the school what the roster says.");
    }
    if (!OverrideRules.isAbove(toGrade, grade)) {
      throw SupportProblem.GRADE_REACHED.with(
          "The learner is in grade " + grade + ".", new FieldError("/toGrade", "a higher grade"));
    }
    return schooling;
  }

  private Completion completion(ActingLearner learner, String from, String to) {
    Map<String, Trained> trained = store.trained(learner);
    List<GradeSkill> skills = new ArrayList<>();
    for (String grade : OverrideRules.left(from, to)) {
      for (SkillView skill : catalog.skillsOf(grade)) {
        Trained own = trained.get(skill.skillId());
        skills.add(
            new GradeSkill(
                skill.skillId(),
                skill.subject(),
                grade,
                own != null && own.mastered(),
                own == null ? null : own.bestScore()));
      }
    }
    return OverrideRules.completion(skills);
  }

  private void record(
      AuditAction action,
      ActingLearner learner,
      GradeOverrideView override,
      String reason,
      Completion completion) {
    audit.record(
        action,
        AuditTarget.of("grade-override", override.id(), learner.id()),
        OverrideRules.detail(override.fromGrade(), override.toGrade(), reason, completion));
  }
}
