package org.cairn.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.shared.Ids;

/**
 * Writes down what the present caller does, in the caller's transaction: what is rolled back was
 * not done and leaves no entry. What is refused is {@link Refusals}' business.
 */
@Singleton
public class Audit {

  private final AuditStore store;
  private final Clock clock;

  @Inject
  Audit(AuditStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The caller has done this. */
  public void record(AuditAction action, AuditTarget target) {
    record(action, target, Map.of());
  }

  /**
   * The caller has done this.
   *
   * @param detail what else must be known: a few codes, counts or ids by names in camel case; never
   *     a person's name, and no text of people but a reason that they were asked for
   */
  public void record(AuditAction action, AuditTarget target, Map<String, String> detail) {
    store.add(entry(action, target).with(detail));
  }

  /** The caller has tried this, and it came to nothing; for what fails without a rollback. */
  public void recordFailed(AuditAction action, AuditTarget target, Map<String, String> detail) {
    store.add(entry(action, target).with(detail).ended(AuditOutcome.FAILED, null));
  }

  /**
   * The caller is shown records of a learner who is somebody else. One entry for a caller, a
   * learner, an operation and an hour. A job's reading is not written down: the job is.
   */
  public void recordRead(UUID learner) {
    recordHourly(AuditAction.LEARNER_READ, AuditTarget.learner(learner));
  }

  /**
   * The caller is shown a list of the learners that its roles give a view of. One entry for a
   * caller, an operation and an hour; it names no learner.
   */
  public void recordList() {
    recordHourly(AuditAction.LEARNERS_LISTED, AuditTarget.of("tenant", Callers.current().tenant()));
  }

  void recordHourly(AuditAction action, AuditTarget target) {
    Origin origin = Origin.current().orElse(null);
    if (origin == null) {
      return;
    }
    Caller caller = Callers.current();
    Instant now = clock.instant();
    UUID id =
        OnceId.of(
            now.truncatedTo(ChronoUnit.HOURS),
            action.name(),
            caller.subject(),
            origin.operation(),
            target.kind(),
            target.id());
    store.add(AuditEntry.of(id, now, caller, action, target));
  }

  private AuditEntry entry(AuditAction action, AuditTarget target) {
    return AuditEntry.of(Ids.next(), clock.instant(), Callers.current(), action, target);
  }
}
