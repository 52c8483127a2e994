package org.cairn.onboarding;

/** How a step stands for a learner. */
enum StepStatus {
  /** Not open yet: its time has not come, or what has to be settled before it is not. */
  LOCKED,
  AVAILABLE,
  COMPLETED,
  /** Its time is over; an event from within it can still complete it. */
  MISSED,
  /** By the learner, or waived. */
  SKIPPED,
  /** Left out by the branch that was taken. */
  BLOCKED
}
