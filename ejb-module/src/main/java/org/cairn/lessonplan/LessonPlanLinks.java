package org.cairn.lessonplan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.cairn.access.ActingGuardian;
import org.cairn.access.Care;
import org.cairn.access.VisibleLearner;
import org.cairn.archive.SignedLinks;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Roles;

/** Links with which a guardian opens a lesson plan without a token, such as in a mail program. */
@Stateless
@RolesAllowed(Roles.GUARDIAN)
public class LessonPlanLinks {

  @Inject private Care care;
  @Inject private PlanKeeping plans;
  @Inject private SignedLinks links;
  @Inject private Audit audit;

  /**
   * Makes a link for the calling guardian. Each is good for {@link SignedLinks#VALID}, and dead as
   * soon as the guardian may no longer see the learner.
   *
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}, {@code JOURNEY_NOT_FOUND},
   *     {@code OBJECT_ERASED}, {@code STORAGE_UNAVAILABLE}
   */
  public DocumentLinkView issue(String learner, UUID journey) {
    ActingGuardian reader = care.asGuardian();
    VisibleLearner child = care.ofGuardian(learner).visible();
    plans.find(child, journey);
    String link = links.issue(reader, child, PlanKeeping.CONTAINER, journey, PlanKeeping.FILE);
    audit.record(
        AuditAction.LINK_ISSUED,
        AuditTarget.of("object", journey, child.id()),
        Map.of("container", PlanKeeping.CONTAINER.id(), "file", PlanKeeping.FILE));
    return new DocumentLinkView(link, links.verify(link).expiresAt());
  }
}
