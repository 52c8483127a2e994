package org.cairn.lessonplan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.VisibleLearner;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Roles;

/** Lesson plans of journeys as PDF, for those who may see the learner. */
@Stateless
@RolesAllowed({
  Roles.LEARNER,
  Roles.GUARDIAN,
  Roles.TEACHER,
  Roles.SCHOOL_ADMIN,
  Roles.DISTRICT_ADMIN,
  Roles.SYSTEM
})
public class LessonPlans {

  @Inject private Access access;
  @Inject private PlanKeeping plans;
  @Inject private Audit audit;

  /**
   * The plan of a journey; of one that goes on, with its figures so far. That somebody else than
   * the learner opened it is written down, each time.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}, {@code JOURNEY_NOT_FOUND},
   *     {@code OBJECT_ERASED}, {@code STORAGE_UNAVAILABLE}
   */
  public byte[] find(String learner, UUID journey) {
    VisibleLearner visible = access.visible(learner);
    byte[] pdf = plans.find(visible, journey);
    if (!visible.isSelf()) {
      audit.record(
          AuditAction.DOCUMENT_OPENED,
          AuditTarget.of("object", journey, visible.id()),
          Map.of("container", PlanKeeping.CONTAINER.id(), "file", PlanKeeping.FILE));
    }
    return pdf;
  }
}
