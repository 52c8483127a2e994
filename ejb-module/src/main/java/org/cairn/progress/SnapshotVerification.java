package org.cairn.progress;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.Roles;
import org.cairn.progress.ProgressFindings.Finding;
import org.cairn.roster.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/** Reduces every learner's sync events anew and compares, page by page, for the nightly job. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class SnapshotVerification {

  @Inject private Access access;
  @Inject private ProgressStore store;
  @Inject private ProgressReading reading;
  @Inject private FindingStore findings;
  @Inject private Clock clock;

  /** How many learners have a stored progress. */
  public long total() {
    return findings.total();
  }

  /** They, in the order of their ids, behind the given one. */
  public List<UUID> page(@Nullable String after, int limit) {
    return findings.page(after, limit);
  }

  /**
   * Flags in what these learners' stored progress differs; again in the same run changes nothing.
   * Who is not active is left alone.
   */
  public void verify(UUID run, List<UUID> learners) {
    Instant now = clock.instant();
    List<Finding> found = new ArrayList<>();
    access
        .acting(learners)
        .forEach((id, learner) -> found.addAll(differences(learner.visible(), now)));
    findings.flag(run, found, now);
  }

  /** Closes the findings that the run has not seen again. */
  public void settle(UUID run) {
    findings.settle(run, clock.instant());
  }

  /**
   * What is read first tells how far to read the log, so that nothing recorded meanwhile differs.
   */
  private List<Finding> differences(VisibleLearner learner, Instant now) {
    return store.all(learner).stream()
        .flatMap(
            stored -> {
              SchoolCalendar calendar = store.point(learner).calendar();
              StoredProgress due = reading.reduced(learner, stored.position(), calendar);
              return VerificationRules.differences(stored, due, calendar).entrySet().stream();
            })
        .map(each -> new Finding(learner.id(), each.getKey(), each.getValue(), now))
        .toList();
  }
}
