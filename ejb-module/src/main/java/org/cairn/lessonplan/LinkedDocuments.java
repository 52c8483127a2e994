package org.cairn.lessonplan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.cairn.access.Care;
import org.cairn.archive.SignedLink;
import org.cairn.archive.SignedLinks;
import org.cairn.caller.Roles;

/**
 * Documents for whoever follows a link. The link is the proof, and its reader the caller; the role
 * is the door's, which has verified it.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class LinkedDocuments {

  @Inject private Care care;
  @Inject private SignedLinks links;

  /**
   * The document of a verified link, whose reader is the present caller, as it was made last: when
   * the link was issued, or when somebody asked for it since. The use is written down.
   *
   * @throws org.cairn.shared.ProblemException {@code LINK_REFUSED} where the reader is no guardian
   *     of the learner any more, or kept away today; {@code OBJECT_NOT_FOUND}, {@code
   *     OBJECT_ERASED}
   */
  public byte[] find(SignedLink link) {
    return PlanKeeping.bytes(
        links.open(link, live -> care.ofLink(live.guardian(), live.learner())));
  }
}
