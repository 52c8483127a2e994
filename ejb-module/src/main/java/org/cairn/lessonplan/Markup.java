package org.cairn.lessonplan;

/**
 * Writes a page of XHTML. Tags and their attributes are the code's own words; every text is escaped
 * here, and what no XML can hold is replaced.
 */
final class Markup {

  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder out = new StringBuilder();

  /** Begins an element, such as {@code th scope="col"}. */
  Markup open(String tag) {
    out.append('<').append(tag).append('>');
    return this;
  }

  /** Ends an element that {@link #open} began with the same words. */
  Markup close(String tag) {
    int end = tag.indexOf(' ');
    out.append("</").append(end < 0 ? tag : tag.substring(0, end)).append(">\n");
    return this;
  }

  Markup element(String tag, String text) {
    return open(tag).text(text).close(tag);
  }

  /** A row of a table: the head of the row, and its cells. */
  Markup row(String head, Object... cells) {
    open("tr").element("th scope=\"row\"", head);
    for (Object cell : cells) {
      element("td", String.valueOf(cell));
    }
    return close("tr");
  }

  /** The row above all others. */
  Markup heads(String... heads) {
    open("thead").open("tr");
    for (String head : heads) {
      element("th scope=\"col\"", head);
    }
    return close("tr").close("thead");
  }

  private Markup text(String text) {
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      switch (point) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.appendCodePoint(isOfXml(point) ? point : REPLACEMENT);
      }
    }
    return this;
  }

  private static boolean isOfXml(int point) {
    return (point == '\n' || !Character.isISOControl(point))
        && Character.getType(point) != Character.SURROGATE
        && (point & 0xFFFE) != 0xFFFE;
  }

  /** The page so far. */
  @Override
  public String toString() {
    return out.toString();
  }
}
