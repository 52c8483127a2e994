package org.cairn.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cairn.audit.Difference.Kind;
import org.cairn.audit.SealStore.Sealed;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;

/** The steps of a verification, for its job; after a crash it goes on where it was. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class AuditVerificationWork {

  static final int PAGE = 2_000;
  private static final int MOST_KEPT = 1_000;
  private static final Logger LOG = Logger.getLogger(AuditVerificationWork.class.getName());

  @Inject private VerificationStore store;
  @Inject private VerificationStart start;
  @Inject private SealStore seals;
  @Inject private Anchors anchors;
  @Inject private Clock clock;

  /**
   * Checks the next part of the chain, at last what stands outside of it.
   *
   * @return whether there is more to do
   */
  public boolean step(UUID id) {
    Optional<VerificationRun> found = store.run(id);
    if (found.isEmpty()) {
      return false;
    }
    VerificationRun run = found.get();
    long last = run.seals() == null ? seals.head().map(Seal::number).orElse(0L) : run.seals();
    List<Sealed> page = seals.page(run.position() - 1, last, PAGE);
    ChainCheck check = check(run, page);
    String tenant = Callers.current().tenant();
    Anchors.Part part = anchors.read(tenant, run.anchorOffset(), check.number());
    int holding = check.compare(part.anchors());
    List<Difference> differences = new ArrayList<>(check.found());
    if (part.unreadable() > 0) {
      String lines = part.unreadable() + " lines of the anchors are none.";
      differences.add(new Difference(Kind.ANCHOR_UNREADABLE, null, null, lines));
    }
    boolean more = page.size() == PAGE && check.number() < last;
    if (!more) {
      differences.addAll(outside(tenant));
    }
    save(run, last, check.number(), part.end(), holding, differences);
    if (!more) {
      finish(id, run.findings() + differences.size());
    }
    return more;
  }

  /** Begins a verification, or goes on with the one that is running. */
  public UUID begin() {
    return store.running().orElseGet(start::begin);
  }

  /** Ends a verification whose job broke off, and answers whether it had not ended already. */
  public boolean fail(UUID id) {
    return store.end(id, clock.instant());
  }

  private static ChainCheck check(VerificationRun run, List<Sealed> page) {
    List<Sealed> next = page;
    ChainCheck check;
    if (run.position() == 0) {
      check = ChainCheck.fromTheBeginning(Callers.current().tenant());
    } else if (page.isEmpty() || page.get(0).seal().number() != run.position()) {
      check = ChainCheck.from(run.position(), null);
    } else {
      check = ChainCheck.from(run.position(), page.get(0).seal());
      next = page.subList(1, page.size());
    }
    next.forEach(check::take);
    return check;
  }

  /** What the chain itself does not show: entries beside it, and a lost end. */
  private List<Difference> outside(String tenant) {
    List<Difference> found = new ArrayList<>();
    long head = seals.head().map(Seal::number).orElse(0L);
    long anchored = anchors.lastNumber(tenant);
    if (anchored > head) {
      String gone = "The anchors go up to " + anchored + ", the chain ends at " + head + ".";
      found.add(new Difference(Kind.CHAIN_SHORTENED, head + 1, null, gone));
    } else if (anchored == 0 && head > 0) {
      String none = "Nothing outside the database tells of the chain.";
      found.add(new Difference(Kind.ANCHOR_MISSING, null, null, none));
    }
    Instant before = clock.instant().minus(ChainCheck.LONGEST_TRANSACTION);
    for (StoredEntry entry : seals.neverSealed(before, MOST_KEPT)) {
      String open = "The entry is in no chain, though it tells of " + entry.at() + ".";
      found.add(new Difference(Kind.ENTRY_UNSEALED, null, entry.id(), open));
    }
    return found;
  }

  private void save(
      VerificationRun run,
      long last,
      long position,
      long offset,
      int holding,
      List<Difference> found) {
    long room = Math.max(0, MOST_KEPT - run.findings());
    store.add(run.id(), run.findings(), found.subList(0, (int) Math.min(room, found.size())));
    store.save(
        new VerificationRun(
            run.id(),
            last,
            position,
            offset,
            run.anchors() + holding,
            run.findings() + found.size()),
        clock.instant());
  }

  private void finish(UUID id, long findings) {
    store.finish(id, clock.instant());
    if (findings > 0) {
      LOG.log(
          Level.SEVERE,
          "The audit of {0} is not what was written down: {1} differences, verification {2}",
          new Object[] {Callers.current().tenant(), findings, id});
    }
  }
}
