package org.cairn.content;

import java.util.Locale;

/** What content there is. */
public enum ContentKind {
  CAREER,
  PATH,
  QUESTION,
  SKILL;

  /** As files and addresses name the many: {@code questions}. */
  public String plural() {
    return name().toLowerCase(Locale.ROOT) + "s";
  }

  /** The kind of {@code questions}, {@code skills}, {@code paths} or {@code careers}. */
  public static ContentKind ofPlural(String plural) {
    return valueOf(plural.substring(0, plural.length() - 1).toUpperCase(Locale.ROOT));
  }
}
