package org.cairn.replay;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.Roles;
import org.cairn.gamification.Rejudging;
import org.cairn.gamification.Rejudging.Terms;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a replay, for its jobs. Each is one transaction with the job's checkpoint, so that a
 * run that breaks off anywhere goes on with nothing done twice and nothing left out.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class ReplayWork {

  @Inject private ReplayStore store;
  @Inject private DifferenceStore differences;
  @Inject private Rejudging rejudging;
  @Inject private Clock clock;

  /** How many learners the dry run will look at. */
  public long expect(UUID id) {
    long learners = rejudging.total();
    store.expect(id, learners);
    return learners;
  }

  /** Learners who have earned anything, in the order of their ids, behind one. */
  public List<UUID> learners(@Nullable String after, int limit) {
    return rejudging.page(after, limit);
  }

  /** Finds out what the replay changes for these. */
  public void judge(UUID id, List<UUID> learners) {
    differences.add(id, learners.size(), rejudging.judge(terms(id), learners));
  }

  /** Ends the dry run. */
  public void ready(UUID id) {
    store.ready(id, clock.instant());
  }

  /** Ends a dry run whose job broke off. */
  public void fail(UUID id) {
    store.fail(id);
  }

  /** For how many learners something is to be written yet. */
  public long open(UUID id) {
    return differences.open(id);
  }

  /** The learners for whom something is to be written yet, in the order of their ids. */
  public List<UUID> open(UUID id, @Nullable String after, int limit) {
    return differences.open(id, after, limit);
  }

  /** Writes what the dry run has found for these; a second time nothing. */
  public void apply(UUID id, List<UUID> learners) {
    rejudging.apply(terms(id), differences.take(id, learners, clock.instant()));
  }

  /** Ends the replay. */
  public void applied(UUID id) {
    store.applied(id, clock.instant());
  }

  private Terms terms(UUID id) {
    ReplayView replay = store.find(id).orElseThrow();
    return new Terms(replay.id(), replay.version(), replay.before());
  }
}
