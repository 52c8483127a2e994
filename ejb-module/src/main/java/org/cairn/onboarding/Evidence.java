package org.cairn.onboarding;

import java.time.Instant;
import java.util.Comparator;

/**
 * A matching event, as far as a condition looks at it.
 *
 * @param effectiveAt the time at which it counts
 * @param verified whether somebody else than the learner's device vouches for it
 */
record Evidence(String stepKey, String eventId, Instant effectiveAt, boolean verified) {

  /** By event time; ties by id, so that the order of arrival never matters. */
  static final Comparator<Evidence> IN_ORDER =
      Comparator.comparing(Evidence::effectiveAt).thenComparing(Evidence::eventId);
}
