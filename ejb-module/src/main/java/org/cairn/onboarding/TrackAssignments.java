package org.cairn.onboarding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.AccessProblem;
import org.cairn.access.Audience;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Roles;
import org.cairn.shared.Cursor;
import org.cairn.shared.FieldError;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.jspecify.annotations.Nullable;

/**
 * Tracks that are assigned with a due time: by a district's administrator to a class, a grade or a
 * person, by a teacher to the own classes and to those who attend them. An assigned track is
 * required of whom it is assigned to.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.DISTRICT_ADMIN})
public class TrackAssignments {

  /**
   * An assignment as it is to be.
   *
   * @param trackKey a track that can be started
   * @param dueAt a time to come
   * @param classId for the district: this class
   * @param grade for the district: this grade, as a CEDS code
   * @param learnerId this one person; in a class, one who attends it
   */
  public record AssignmentDraft(
      @Nullable String trackKey,
      @Nullable Instant dueAt,
      @Nullable UUID classId,
      @Nullable String grade,
      @Nullable UUID learnerId) {}

  /**
   * A track that a class, a grade or a person is to walk.
   *
   * @param byDistrict whether the district's administrator has assigned it, and not a teacher
   * @param classId the class; beside a learner, the class in which a teacher assigned it
   * @param grade CEDS code, such as {@code KG} or {@code 07}
   * @param learnerId the one person
   * @param dueAt by when it is to be complete
   * @param assignedAt when it was assigned, or its due time moved
   */
  public record AssignmentView(
      UUID id,
      String trackKey,
      boolean byDistrict,
      @Nullable UUID classId,
      @Nullable String grade,
      @Nullable UUID learnerId,
      Instant dueAt,
      Instant assignedAt) {}

  @Inject private Access access;
  @Inject private TrackCatalog catalog;
  @Inject private AssignmentStore store;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * A page of the district's assignments, teachers' included, in the order of their ids.
   *
   * @param trackKey only of this track
   * @throws org.cairn.shared.ProblemException {@code INVALID_REQUEST} for a bad cursor or limit
   */
  public Page<AssignmentView> ofDistrict(
      @Nullable String trackKey, @Nullable String cursor, @Nullable Integer limit) {
    return page(access.district(), trackKey, cursor, limit);
  }

  /**
   * The same of a class that the caller teaches; those of grades, and those that the district made
   * for single persons, are not its own.
   *
   * @throws org.cairn.shared.ProblemException {@code CLASS_NOT_FOUND}, {@code INVALID_REQUEST}
   */
  public Page<AssignmentView> ofClass(
      UUID classId, @Nullable String trackKey, @Nullable String cursor, @Nullable Integer limit) {
    return page(access.taughtClass(classId), trackKey, cursor, limit);
  }

  /**
   * Assigns a track; for whom it is assigned already, its due time moves. The same again changes
   * nothing.
   *
   * @throws org.cairn.shared.ProblemException {@code ASSIGNMENT_INVALID}, {@code TRACK_NOT_FOUND},
   *     {@code CLASS_NOT_FOUND}, {@code LEARNER_NOT_FOUND}
   */
  public AssignmentView assign(AssignmentDraft draft) {
    return assign(access.district(), draft);
  }

  /**
   * The same in a class that the caller teaches: to all of it, or to one who attends it.
   *
   * @throws org.cairn.shared.ProblemException as {@link #assign(AssignmentDraft)}
   */
  public AssignmentView assign(UUID classId, AssignmentDraft draft) {
    return assign(access.taughtClass(classId), draft);
  }

  /**
   * Takes an assignment back, a teacher's, too; progress and XP stay.
   *
   * @throws org.cairn.shared.ProblemException {@code ASSIGNMENT_NOT_FOUND}
   */
  public void revoke(UUID id) {
    revoke(access.district(), id);
  }

  /**
   * Takes back what was assigned in a class that the caller teaches; not what the district did.
   *
   * @throws org.cairn.shared.ProblemException {@code CLASS_NOT_FOUND}, {@code ASSIGNMENT_NOT_FOUND}
   */
  public void revoke(UUID classId, UUID id) {
    revoke(access.taughtClass(classId), id);
  }

  private Page<AssignmentView> page(
      Audience audience,
      @Nullable String trackKey,
      @Nullable String cursor,
      @Nullable Integer limit) {
    int size = PageSize.of(limit);
    @Nullable String after = Cursor.id(cursor, "cursor");
    audit.recordList();
    return Page.of(
        store.page(audience, trackKey, after, size + 1), size, found -> found.id().toString());
  }

  private AssignmentView assign(Audience audience, AssignmentDraft draft) {
    Instant now = clock.instant();
    List<FieldError> errors = AssignmentRules.errors(draft, audience.classId() != null, now);
    if (!errors.isEmpty() || draft.trackKey() == null || draft.dueAt() == null) {
      throw OnboardingProblem.ASSIGNMENT_INVALID.with(
          "Nothing was assigned.", errors.toArray(FieldError[]::new));
    }
    requireTrack(draft.trackKey());
    requireTarget(audience, draft);
    boolean changed = store.put(audience, draft, now);
    AssignmentView view = store.find(audience, draft).orElseThrow();
    if (changed) {
      note(AuditAction.TRACK_ASSIGNED, view);
    }
    return view;
  }

  private void requireTrack(String trackKey) {
    if (catalog.tracks().track(trackKey, null).isEmpty()) {
      throw OnboardingProblem.TRACK_NOT_FOUND.with(
          "Nothing was assigned.", new FieldError("/trackKey", "a track that can be started"));
    }
  }

  private void requireTarget(Audience audience, AssignmentDraft draft) {
    UUID learner = draft.learnerId();
    if (learner != null && !store.reaches(audience, learner)) {
      throw AccessProblem.LEARNER_NOT_FOUND.with(
          "Nothing was assigned.", new FieldError("/learnerId", "a learner that is yours"));
    }
    UUID classId = draft.classId();
    if (classId != null && !store.hasClass(audience, classId)) {
      throw AccessProblem.CLASS_NOT_FOUND.with(
          "Nothing was assigned.", new FieldError("/classId", "a class of your district"));
    }
  }

  private void revoke(Audience audience, UUID id) {
    AssignmentView revoked =
        store
            .remove(audience, id)
            .orElseThrow(
                () ->
                    OnboardingProblem.ASSIGNMENT_NOT_FOUND.with(
                        "No assignment with this id is yours to take back."));
    note(AuditAction.TRACK_UNASSIGNED, revoked);
  }

  private void note(AuditAction action, AssignmentView assignment) {
    audit.record(
        action,
        new AuditTarget("assignment", assignment.id().toString(), assignment.learnerId()),
        Map.of("trackKey", assignment.trackKey(), "dueAt", assignment.dueAt().toString()));
  }
}
