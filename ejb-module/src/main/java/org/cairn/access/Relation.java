package org.cairn.access;

/**
 * What ties a viewer to a learner.
 *
 * @param self they are the same person
 * @param guards a live guardian link
 * @param teaches both are enrolled in one class today
 * @param administers the viewer runs a school that the learner attends
 */
record Relation(boolean self, boolean guards, boolean teaches, boolean administers) {

  static final Relation SELF = new Relation(true, false, false, false);
  static final Relation NONE = new Relation(false, false, false, false);
}
