package org.cairn.events;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.cairn.shared.Setting;

/** The event rules as this installation has set them. */
@Singleton
class CheckedEvents {

  private final EventRules rules;

  @Inject
  CheckedEvents() {
    rules =
        new EventRules(PayloadRules.rejectingAlso(Setting.of("cairn.events.rejected-keys", "")));
  }

  EventRules rules() {
    return rules;
  }
}
