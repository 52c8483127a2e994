package org.cairn.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was refused, once the refused transaction has rolled back, in one of its own.
 *
 * <p>Nobody can fill the table with it: the same refusal is one entry a minute, and a caller has at
 * most {@value #MOST_A_MINUTE} entries of refusals a minute.
 */
@Singleton
public class Refusals {

  static final int MOST_A_MINUTE = 60;

  @Inject private AuditStore store;
  @Inject private Clock clock;

  /**
   * The present request was refused, for the reason that the problem's code says.
   *
   * @throws RuntimeException when the database does not answer; the refusal stands all the same
   */
  @Transactional
  public void record(String problem) {
    Origin origin = Origin.current().orElse(null);
    if (origin == null) {
      return;
    }
    Caller caller = Callers.current();
    Instant now = clock.instant();
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    @Nullable UUID learner = origin.learner();
    UUID id =
        OnceId.of(minute, caller.subject(), origin.operation(), problem, String.valueOf(learner));
    AuditTarget target =
        learner == null
            ? AuditTarget.of("operation", origin.operation())
            : AuditTarget.learner(learner);
    AuditEntry entry =
        AuditEntry.of(id, now, caller, AuditAction.REQUEST_REFUSED, target)
            .ended(AuditOutcome.REFUSED, problem);
    store.addRefusal(entry, minute, MOST_A_MINUTE);
  }
}
