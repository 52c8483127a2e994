package org.cairn.access;

/** How far a statement about a learner can be relied on, weakest first. */
public enum Trust {
  /** The learner's own device says so. */
  CLIENT,
  /** A product's service account says so. */
  SYSTEM,
  /** Cairn has found out by itself. */
  SERVER;

  public boolean atLeast(Trust least) {
    return compareTo(least) >= 0;
  }
}
