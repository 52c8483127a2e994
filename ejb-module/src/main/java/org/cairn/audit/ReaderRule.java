package org.cairn.audit;

import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.shared.CommonProblem;

/** Who may look at the audit of the caller's tenant. */
final class ReaderRule {

  private ReaderRule() {}

  /**
   * Lets administrators of the district pass, and operators in the reserved tenant. The container
   * has looked at the token's roles; an operator's inside a district mean nothing, and the caller
   * has them no more.
   *
   * @throws org.cairn.shared.ProblemException {@code ROLE_MISSING}
   */
  static void require(Caller caller) {
    if (!caller.is(Roles.DISTRICT_ADMIN) && !caller.is(Roles.OPERATOR)) {
      throw CommonProblem.ROLE_MISSING.with("The operation is for other roles.");
    }
  }
}
