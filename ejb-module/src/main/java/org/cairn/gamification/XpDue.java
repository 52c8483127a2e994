package org.cairn.gamification;

/**
 * What is owed for one thing.
 *
 * @param earning for which facts
 * @param streak the streak's length on that day, as far as it is known
 * @param amount all that is owed for it, whatever was paid before
 */
record XpDue(Earning earning, int streak, int amount) {

  String source() {
    return earning.source();
  }
}
