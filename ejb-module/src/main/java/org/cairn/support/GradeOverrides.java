package org.cairn.support;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.ActingLearner;
import org.cairn.access.Care;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.events.EventLog;
import org.cairn.shared.Cursor;
import org.cairn.shared.FieldError;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Guardians' overrides of grade progression: a guardian has a child go on although skills are not
 * mastered, where the district wants it with the school's approval.
 */
@Stateless
@RolesAllowed({Roles.GUARDIAN, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN})
public class GradeOverrides {

  private static final Set<String> STATUSES =
      Set.of(OverrideRules.REQUESTED, OverrideRules.EFFECTIVE, OverrideRules.REFUSED);

  /**
   * An override as a guardian asks for it.
   *
   * @param id chosen by the guardian's device, so that a repeated request is the same override
   * @param toGrade CEDS code of a grade above the child's
   */
  public record Request(@Nullable UUID id, @Nullable String toGrade, @Nullable String reason) {}

  /**
   * A school's word.
   *
   * @param decision {@code approve} or {@code refuse}
   */
  public record Decision(@Nullable String decision, @Nullable String reason) {}

  @Inject private Access access;
  @Inject private Care care;
  @Inject private EventLog log;
  @Inject private OverrideStore store;
  @Inject private Overriding overriding;

  /**
   * Overrides as the calling guardian of the learner; the same again is the same override.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code OVERRIDE_INVALID}, {@code
   *     OVERRIDE_CONFLICT}, {@code OVERRIDE_WAITING}, {@code GRADE_REACHED}, {@code GRADE_UNKNOWN}
   */
  public GradeOverrideView request(String learner, Request request) {
    Callers.current().require(Roles.GUARDIAN);
    ActingLearner acting = care.ofGuardian(learner);
    refuse(OverrideRules.errors(request));
    UUID id = request.id();
    if (id == null) {
      throw new IllegalStateException("An override without an id was not refused");
    }
    log.lock(acting);
    Optional<GradeOverrideView> known = store.find(acting.visible(), id);
    if (known.isPresent()) {
      return same(known.get(), request);
    }
    overriding.request(acting, id, String.valueOf(request.toGrade()), request.reason());
    return found(store.find(acting.visible(), id));
  }

  /**
   * Decides for the learner's school; what is approved takes effect now.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code OVERRIDE_NOT_FOUND}, {@code
   *     OVERRIDE_INVALID}, {@code OVERRIDE_DECIDED}, {@code GRADE_REACHED}
   */
  public GradeOverrideView decide(String learner, UUID id, Decision decision) {
    Callers.current().require(Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN);
    ActingLearner acting = care.ofSchool(learner);
    refuse(OverrideRules.errors(decision));
    log.lock(acting);
    GradeOverrideView waiting = found(store.find(acting.visible(), id));
    if (!waiting.status().equals(OverrideRules.REQUESTED)) {
      throw SupportProblem.OVERRIDE_DECIDED.with("It is " + waiting.status() + ".");
    }
    boolean approved = "approve".equals(decision.decision());
    overriding.decide(acting, waiting, approved, String.valueOf(decision.reason()));
    return found(store.find(acting.visible(), id));
  }

  /**
   * A page of a learner's overrides, newest first.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code INVALID_REQUEST}
   */
  public Page<GradeOverrideView> ofLearner(
      String learner, @Nullable String status, @Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    Cursor.Moment before = Cursor.moment(cursor, "cursor");
    VisibleLearner visible = access.visible(learner);
    return page(store.page(visible, checked(status), before, size + 1), size);
  }

  /**
   * A page of the overrides of all learners whom the caller may see, newest first.
   *
   * @throws ProblemException {@code INVALID_REQUEST}
   */
  public Page<GradeOverrideView> all(
      @Nullable String status, @Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    Cursor.Moment before = Cursor.moment(cursor, "cursor");
    return page(store.page(access.scope(), checked(status), before, size + 1), size);
  }

  /**
   * One override.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code OVERRIDE_NOT_FOUND}
   */
  public GradeOverrideView find(String learner, UUID id) {
    return found(store.find(access.visible(learner), id));
  }

  private static Page<GradeOverrideView> page(List<GradeOverrideView> found, int size) {
    return Page.of(found, size, each -> new Cursor.Moment(each.requestedAt(), each.id()).key());
  }

  private static @Nullable String checked(@Nullable String status) {
    if (status != null && !STATUSES.contains(status)) {
      throw Cursors.refusal("status", "requested, effective or refused");
    }
    return status;
  }

  private static GradeOverrideView same(GradeOverrideView known, Request request) {
    if (known.own()
        && known.toGrade().equals(request.toGrade())
        && known.reason().equals(request.reason())) {
      return known;
    }
    throw SupportProblem.OVERRIDE_CONFLICT.with(
        "The override with this id stands as it was.",
        new FieldError("/id", "an id that no other override of the learner has"));
  }

  private static GradeOverrideView found(Optional<GradeOverrideView> override) {
    return override.orElseThrow(
        () -> SupportProblem.OVERRIDE_NOT_FOUND.with("No override of the learner has this id."));
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw SupportProblem.OVERRIDE_INVALID.with(
          "Nothing was changed.", errors.toArray(FieldError[]::new));
    }
  }
}
