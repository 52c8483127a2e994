package org.cairn.content;

import java.util.Arrays;

/** What content there is. */
public enum ContentKind {
  /** What progress is told of: its id is the {@code contentId} of synced events. */
  ACTIVITY("activities"),
  CAREER("careers"),
  PATH("paths"),
  QUESTION("questions"),
  SKILL("skills");

  private final String plural;

  ContentKind(String plural) {
    this.plural = plural;
  }

  /** As files and addresses name the many: {@code questions}. */
  public String plural() {
    return plural;
  }

  /**
   * The kind of {@code questions}, {@code skills}, {@code paths}, {@code careers} or {@code
   * activities}.
   */
  public static ContentKind ofPlural(String plural) {
    return Arrays.stream(values())
        .filter(kind -> kind.plural.equals(plural))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No kind of content: " + plural));
  }
}
