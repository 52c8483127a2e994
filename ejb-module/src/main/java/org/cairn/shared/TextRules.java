package org.cairn.shared;

/** What text from outside may contain, whatever it is about. */
public final class TextRules {

  private TextRules() {}

  /** Whether a name-like text is free of control characters and of broken surrogates. */
  public static boolean isLine(String text) {
    return isClean(text, false);
  }

  /** The same, with line breaks and tabs allowed. */
  public static boolean isProse(String text) {
    return isClean(text, true);
  }

  private static boolean isClean(String text, boolean breaksAllowed) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      } else if (Character.isLowSurrogate(c)
          || (Character.isISOControl(c) && !isBreak(c, breaksAllowed))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBreak(char c, boolean allowed) {
    return allowed && (c == '\n' || c == '\r' || c == '\t');
  }
}
