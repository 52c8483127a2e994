package org.cairn.web.shared;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One bucket for each that asks, kept while it is not full. So many are kept at most; those beyond
 * share a single one until others have refilled.
 */
final class Buckets<K> {

  private static final long SWEEP_EVERY = 1_000_000_000L;

  private final int most;
  private final ConcurrentHashMap<K, AtomicLong> fullAt = new ConcurrentHashMap<>();
  private final AtomicLong shared = new AtomicLong(Long.MIN_VALUE / 2);
  private final AtomicLong nextSweep = new AtomicLong(Long.MIN_VALUE / 2);

  Buckets(int most) {
    this.most = most;
  }

  /** Takes one request out of the bucket, where it holds one. */
  Allowance take(K who, Budget budget, long now) {
    if (budget.isUnlimited()) {
      return new Allowance(budget, 0);
    }
    AtomicLong bucket = bucket(who, now);
    while (true) {
      long before = bucket.get();
      long owed = budget.owed(before, now);
      long after = budget.allows(owed) ? now + owed : Math.min(before, now + Budget.MINUTE);
      if (after == before || bucket.compareAndSet(before, after)) {
        return new Allowance(budget, owed);
      }
    }
  }

  int kept() {
    return fullAt.size();
  }

  private AtomicLong bucket(K who, long now) {
    AtomicLong known = fullAt.get(who);
    if (known != null) {
      return known;
    }
    if (fullAt.size() >= most) {
      sweep(now);
      if (fullAt.size() >= most) {
        return shared;
      }
    }
    return fullAt.computeIfAbsent(who, any -> new AtomicLong(now));
  }

  /** A full bucket is worth as much as none. */
  private void sweep(long now) {
    long due = nextSweep.get();
    if (now >= due && nextSweep.compareAndSet(due, now + SWEEP_EVERY)) {
      fullAt.values().removeIf(full -> full.get() <= now);
    }
  }
}
