package org.cairn.analytics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.cairn.shared.Setting;

/** The rules of months as this installation has set them, and how much of one is done at a time. */
@Singleton
class Months {

  private static final int LEARNERS = 2_000;
  private static final int LINES = 20_000;

  private final MonthRules rules;
  private final int learners;
  private final int lines;

  @Inject
  Months() {
    this(
        new MonthRules(
            Integer.parseInt(Setting.of("cairn.analytics.open-months", "13")),
            Integer.parseInt(Setting.of("cairn.analytics.kept-months", "84"))),
        LEARNERS,
        LINES);
  }

  Months(MonthRules rules, int learners, int lines) {
    this.rules = rules;
    this.learners = learners;
    this.lines = lines;
  }

  MonthRules rules() {
    return rules;
  }

  /** Learners whose events one task sums up. */
  int learners() {
    return learners;
  }

  /** Events in one part of the archive. */
  int lines() {
    return lines;
  }
}
