package org.cairn.events;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The event rules as this installation has set them. */
@Singleton
class CheckedEvents {

  private final EventRules rules;

  @Inject
  CheckedEvents() {
    rules = new EventRules(EventPayload.RULES);
  }

  EventRules rules() {
    return rules;
  }
}
