package org.cairn.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;

/**
 * How much a caller, and a district with all its callers, may ask of this node. A district's own
 * programs may ask for more than people; what costs far more than other operations has a budget of
 * its own beside.
 */
@ApplicationScoped
public class RateLimits {

  private record Who(String tenant, String subject) {}

  private final Buckets<Who> callers = new Buckets<>(Limits.MOST_BUCKETS);
  private final Buckets<Who> heavy = new Buckets<>(Limits.MOST_BUCKETS);
  private final Buckets<String> tenants = new Buckets<>(Limits.MOST_BUCKETS);

  @Inject private Clock clock;

  /** Counts a request of the caller; the answer is the refusal, or what the caller has left. */
  Allowance count(Caller caller, boolean isHeavy) {
    Instant instant = clock.instant();
    long now = instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    Who who = new Who(caller.tenant(), caller.subject());
    boolean isProgram = caller.is(Roles.SYSTEM);
    Allowance own = callers.take(who, isProgram ? Limits.OF_PROGRAM : Limits.OF_CALLER, now);
    if (!own.isGranted()) {
      return own;
    }
    if (isHeavy) {
      Allowance heavier = heavy.take(who, Limits.HEAVY_OF_CALLER, now);
      if (!heavier.isGranted()) {
        return heavier;
      }
    }
    Allowance all = tenants.take(caller.tenant(), Limits.OF_TENANT, now);
    return all.isGranted() ? own : all;
  }
}
