package org.cairn.lessonplan;

import org.cairn.journey.JourneySummaryView.Band;

/** What a guardian can do at home, by how a skill stands. */
final class GuideRules {

  private GuideRules() {}

  /** A sentence or two about one skill. */
  static String advice(String skill, Band band) {
    return switch (band) {
      case EXPERT ->
          skill
              + " is secure. Ask to be taught it: explaining a skill to somebody keeps it, and shows"
              + " where it can be used next.";
      case PROFICIENT ->
          skill
              + " is mastered. A few minutes once a week are enough to keep it; look for it together"
              + " in shopping, cooking, reading or the news.";
      case DEVELOPING ->
          skill
              + " is on the way. Ten minutes of practice every other day help most: one worked example"
              + " together first, then two or three alone.";
      case BEGINNER ->
          skill
              + " needs another beginning. Take one small step at a time, say the way aloud together,"
              + " and ask the teacher which step to begin with.";
    };
  }
}
