package org.cairn.access;

import org.cairn.caller.Caller;
import org.cairn.caller.Roles;

/** The one rule of who may set work for a class. */
final class AudienceRule {

  private AudienceRule() {}

  /**
   * Whether the caller may.
   *
   * @param leads whether the caller teaches the class today
   */
  static boolean mayDirect(Caller caller, boolean leads) {
    return caller.is(Roles.TEACHER) && leads;
  }
}
