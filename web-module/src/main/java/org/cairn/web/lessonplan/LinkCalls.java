package org.cairn.web.lessonplan;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import org.cairn.archive.SignedLink;
import org.cairn.caller.Roles;
import org.cairn.lessonplan.LinkedDocuments;

/**
 * Takes a role for whoever follows a link and has no token. Who it is, and that the link is
 * genuine, the door has found out; what the reader may see is asked of the database.
 */
@Stateless
@PermitAll
@RunAs(Roles.SYSTEM)
public class LinkCalls {

  @EJB private LinkedDocuments documents;

  /** The document of a verified link. */
  public byte[] find(SignedLink link) {
    return documents.find(link);
  }
}
