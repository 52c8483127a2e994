package org.cairn.support;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.ActingLearner;
import org.cairn.access.Care;
import org.cairn.access.VisibleLearner;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Roles;
import org.cairn.content.Catalog;
import org.cairn.content.SkillView;
import org.cairn.events.EventLog;
import org.cairn.shared.FieldError;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.cairn.shared.ProblemException;
import org.cairn.support.RemediationRules.Draft;
import org.jspecify.annotations.Nullable;

/**
 * Learners' remediation queues: read by all who may see the learner, kept by its teachers and those
 * who run its school or district.
 */
@Stateless
@RolesAllowed({
  Roles.LEARNER,
  Roles.GUARDIAN,
  Roles.TEACHER,
  Roles.SCHOOL_ADMIN,
  Roles.DISTRICT_ADMIN,
  Roles.SYSTEM
})
public class Remediation {

  /**
   * Which items to list; what is {@code null} does not matter.
   *
   * @param status {@code pending}, {@code in_progress}, {@code completed} or {@code skipped}
   */
  public record Filter(
      @Nullable String status, @Nullable String subject, @Nullable String skillId) {}

  /**
   * An item that a teacher wants to add.
   *
   * @param skillId of the catalog
   * @param fromGrade CEDS code; absent: the learner's
   * @param priority 1 to 10; absent: 5
   * @param note for the learner and its guardians
   */
  public record Addition(
      @Nullable String skillId,
      @Nullable String fromGrade,
      @Nullable Integer priority,
      @Nullable LocalDate dueOn,
      @Nullable String note) {}

  /**
   * How an item is to stand.
   *
   * @param dueOn absent: without a due day
   */
  public record Change(
      @Nullable String status, @Nullable Integer priority, @Nullable LocalDate dueOn) {}

  /** Where an item stands in the order of the queue. */
  record Place(int priority, @Nullable LocalDate dueOn, UUID id) {}

  @Inject private Access access;
  @Inject private Care care;
  @Inject private EventLog log;
  @Inject private Catalog catalog;
  @Inject private RemediationStore store;
  @Inject private OverrideStore grades;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * A page of a learner's queue, by priority and due day; what has none comes last.
   *
   * @param learner an id or {@code me}
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code INVALID_REQUEST}
   */
  public Page<RemediationView> page(
      String learner, Filter filter, @Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    Place after = Cursors.place(cursor);
    Cursors.check(filter);
    VisibleLearner visible = access.visible(learner);
    return Page.of(store.page(visible, filter, after, size + 1), size, Cursors::key);
  }

  /**
   * One item.
   *
   * @param learner an id or {@code me}
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code REMEDIATION_NOT_FOUND}
   */
  public RemediationView find(String learner, UUID id) {
    return found(store.find(access.visible(learner), id));
  }

  /**
   * Adds a skill. What is in the queue already, whatever became of it, stays as it is and is
   * answered: to open it again, change it.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code REMEDIATION_INVALID}, {@code
   *     SKILL_UNKNOWN}
   */
  public RemediationView add(String learner, Addition addition) {
    ActingLearner acting = care.ofStaff(learner);
    refuse(RemediationRules.errors(addition));
    SkillView skill = skill(addition);
    log.lock(acting);
    String grade = gradeOf(acting, addition);
    Optional<RemediationView> present = store.find(acting.visible(), skill.skillId(), grade);
    if (present.isPresent()) {
      return present.get();
    }
    Draft draft = RemediationRules.draft(skill, grade, addition);
    store.queue(acting, List.of(draft), clock.instant());
    RemediationView added = found(store.find(acting.visible(), skill.skillId(), grade));
    note(acting, added, Map.of("skill", added.skillId(), "grade", grade, "change", "added"));
    return added;
  }

  /**
   * Has an item stand otherwise.
   *
   * @param revision which the change is based on
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code REMEDIATION_NOT_FOUND}, {@code
   *     REMEDIATION_INVALID}, {@code REMEDIATION_STALE}
   */
  public RemediationView change(String learner, UUID id, long revision, Change change) {
    ActingLearner acting = care.ofStaff(learner);
    refuse(RemediationRules.errors(change));
    log.lock(acting);
    RemediationView before = found(store.find(acting.visible(), id));
    if (revision != before.revision()) {
      throw SupportProblem.REMEDIATION_STALE.with(
          "Nothing was changed: the item is at revision " + before.revision() + ".");
    }
    Integer priority = change.priority();
    store.change(
        acting,
        id,
        String.valueOf(change.status()),
        priority == null ? before.priority() : priority,
        change.dueOn(),
        clock.instant());
    RemediationView after = found(store.find(acting.visible(), id));
    note(acting, after, RemediationRules.difference(before, after));
    return after;
  }

  private SkillView skill(Addition addition) {
    return catalog
        .skill(String.valueOf(addition.skillId()))
        .orElseThrow(
            () ->
                SupportProblem.SKILL_UNKNOWN.with(
                    "Nothing was added.",
                    new FieldError("/skillId", "the id of a skill of the catalog")));
  }

  private String gradeOf(ActingLearner learner, Addition addition) {
    String asked = addition.fromGrade();
    if (asked != null) {
      return asked;
    }
    return grades
        .schooling(learner, clock.instant())
        .map(OverrideRules.Schooling::grade)
        .orElseThrow(
            () ->
                SupportProblem.REMEDIATION_INVALID.with(
                    "Nothing was added.",
                    new FieldError("/fromGrade", "required: the roster gives no grade")));
  }

  private void note(ActingLearner learner, RemediationView item, Map<String, String> detail) {
    audit.record(
        AuditAction.REMEDIATION_CHANGED,
        AuditTarget.of("remediation", item.id(), learner.id()),
        detail);
  }

  static RemediationView found(Optional<RemediationView> item) {
    return item.orElseThrow(
        () -> SupportProblem.REMEDIATION_NOT_FOUND.with("No item of the learner has this id."));
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw SupportProblem.REMEDIATION_INVALID.with(
          "Nothing was changed.", errors.toArray(FieldError[]::new));
    }
  }
}
