package org.cairn.access;

import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.jspecify.annotations.Nullable;

/** The one rule of who may see a group of learners as a whole. */
final class GroupRule {

  private GroupRule() {}

  /**
   * What ties a caller to a group.
   *
   * @param exists whether there is such a school or class
   * @param belongs the caller is a learner of it
   * @param teaches the caller teaches it, or in it
   * @param administers the caller runs the school that it is, or is in
   * @param grade the caller's own, as a CEDS code
   */
  record Tie(
      boolean exists,
      boolean belongs,
      boolean teaches,
      boolean administers,
      @Nullable String grade) {

    static final Tie NONE = new Tie(false, false, false, false, null);
  }

  /**
   * Whether the caller may; learners see no other grade than their own.
   *
   * @param grade that the group is narrowed to; {@code null}: all
   */
  static boolean maySee(Caller caller, Tie tie, @Nullable String grade) {
    return tie.exists()
        && (caller.is(Roles.DISTRICT_ADMIN)
            || (caller.is(Roles.SCHOOL_ADMIN) && tie.administers())
            || (caller.is(Roles.TEACHER) && tie.teaches())
            || isOwn(caller, tie, grade));
  }

  /** Whether the caller is one of the group. */
  static boolean isOwn(Caller caller, Tie tie, @Nullable String grade) {
    return caller.is(Roles.LEARNER)
        && tie.belongs()
        && (grade == null || grade.equals(tie.grade()));
  }

  /** Whether the caller may see the records of each one in the group: who teaches or runs it. */
  static boolean maySeeEach(Caller caller, Tie tie, boolean leads) {
    return tie.exists()
        && (caller.is(Roles.DISTRICT_ADMIN)
            || (caller.is(Roles.SCHOOL_ADMIN) && tie.administers())
            || (caller.is(Roles.TEACHER) && leads));
  }
}
