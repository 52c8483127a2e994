package org.cairn.streak;

/**
 * What freezes there are to save a streak on missed school days.
 *
 * @param initial held at the beginning
 * @param monthly added on the first of a month
 * @param most held at a time
 */
public record Freezes(int initial, int monthly, int most) {

  /** A streak without freezes. */
  public static final Freezes NONE = new Freezes(0, 0, 0);
}
