package org.cairn.onboarding;

import java.math.BigDecimal;
import java.util.Map;
import org.cairn.access.Trust;
import org.cairn.events.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Which events a condition or a branch speaks of.
 *
 * @param eventName absent: any, which only a branch may say
 * @param eventVersion compared only where the event carries a version
 * @param sourceModule compared only where the event carries one
 * @param payloadFilter top-level scalars, every one strictly equal; without a payload, no match
 * @param minimumTrust what the sender must at least be trusted with
 */
record EventMatch(
    @Nullable String eventName,
    @Nullable Integer eventVersion,
    @Nullable String sourceModule,
    Map<String, Object> payloadFilter,
    Trust minimumTrust) {

  boolean matches(RecordedEvent event) {
    return (eventName == null || event.name().equals(eventName))
        && event.trust().atLeast(minimumTrust)
        && agrees(eventVersion, event.version())
        && agrees(sourceModule, event.sourceModule())
        && filterMatches(event);
  }

  private static boolean agrees(@Nullable Object wanted, @Nullable Object carried) {
    return wanted == null || carried == null || wanted.equals(carried);
  }

  private boolean filterMatches(RecordedEvent event) {
    if (payloadFilter.isEmpty()) {
      return true;
    }
    return event.payload() != null
        && payloadFilter.entrySet().stream()
            .allMatch(wanted -> same(wanted.getValue(), event.payload().value(wanted.getKey())));
  }

  private static boolean same(Object wanted, @Nullable Object carried) {
    return (wanted instanceof Number && carried instanceof Number)
        ? decimal(wanted).compareTo(decimal(carried)) == 0
        : wanted.equals(carried);
  }

  /** A number of JSON, whatever class holds it. */
  static BigDecimal decimal(Object number) {
    return new BigDecimal(number.toString());
  }
}
