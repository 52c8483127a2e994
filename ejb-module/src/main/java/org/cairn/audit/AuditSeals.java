package org.cairn.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;

/** Chains what has been written down; the steps of the job {@code audit-sealing}. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class AuditSeals {

  static final int PAGE = 1_000;
  private static final String FIRST_XACT = "0";

  @Inject private SealStore store;
  @Inject private Anchors anchors;
  @Inject private Clock clock;

  /** Whether there is anything to seal or to anchor. */
  public boolean isDue() {
    Seal head = store.head().orElse(null);
    if (!store.unsealed(head == null ? FIRST_XACT : head.entryXact(), 1).isEmpty()) {
      return true;
    }
    return head != null && anchors.lastNumber(Callers.current().tenant()) < head.number();
  }

  /**
   * Seals the next entries of the caller's tenant, unless another server is at it.
   *
   * @return whether there may be more
   */
  public boolean seal() {
    if (!store.lock()) {
      return false;
    }
    Seal head = store.head().orElse(null);
    List<StoredEntry> entries = store.unsealed(head == null ? FIRST_XACT : head.entryXact(), PAGE);
    if (entries.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    String hash = head == null ? Seal.genesis(Callers.current().tenant()) : head.hash();
    long number = head == null ? 0 : head.number();
    List<Seal> seals = new ArrayList<>(entries.size());
    for (StoredEntry entry : entries) {
      Seal seal = Seal.after(hash, ++number, entry, now);
      seals.add(seal);
      hash = seal.hash();
    }
    store.add(seals, now);
    return entries.size() == PAGE;
  }

  /**
   * Writes the chain's committed head outside the database. Called in a transaction after that of
   * {@link #seal}, or what is rolled back would be anchored.
   *
   * @return whether it was new
   */
  public boolean anchor() {
    String tenant = Callers.current().tenant();
    Seal head = store.head().orElse(null);
    if (head == null || head.number() <= anchors.lastNumber(tenant)) {
      return false;
    }
    anchors.add(tenant, new Anchor(head.number(), head.hash(), clock.instant()));
    return true;
  }
}
