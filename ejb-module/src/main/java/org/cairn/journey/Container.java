package org.cairn.journey;

/** The three parts of a journey, in the order in which they open. */
public enum Container {
  LEARN,
  EXPERIENCE,
  DISCOVER
}
