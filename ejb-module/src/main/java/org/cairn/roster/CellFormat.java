package org.cairn.roster;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a cell's text becomes a value.
 *
 * @param expected what is expected, for people
 * @param read the value as it is staged (text, number, boolean or list), or {@code null} for text
 *     that is not of this format
 */
record CellFormat(String expected, Function<String, @Nullable Object> read) {

  private static final int LONGEST_ID = 255;
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_LIST = 200;
  private static final Pattern EXTENSION = Pattern.compile("ext:[A-Za-z0-9._-]{1,60}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final DateTimeFormatter ISO_DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
  private static final Set<String> CEDS_GRADES =
      Set.of(
          "IT", "PR", "PK", "TK", "KG", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10",
          "11", "12", "13", "PS", "UG", "OTHER");

  static final CellFormat ID =
      new CellFormat("1 to 255 characters, no control characters", text -> plain(text, LONGEST_ID));
  static final CellFormat TEXT =
      new CellFormat(
          "at most 500 characters, no control characters", text -> plain(text, LONGEST_TEXT));
  static final CellFormat EMAIL_ADDRESS =
      new CellFormat("an e-mail address", text -> matching(EMAIL, text));
  static final CellFormat DATE = new CellFormat("a date such as 2026-08-24", CellFormat::date);
  static final CellFormat SCHOOL_YEAR =
      new CellFormat(
          "the year in which the school year ends, such as 2027",
          text -> YEAR.matcher(text).matches() ? (Object) Integer.valueOf(text) : null);
  static final CellFormat BOOLEAN = new CellFormat("true or false", CellFormat::bool);
  static final CellFormat LIST =
      new CellFormat("at most 200 values, separated by commas", text -> list(text, TEXT));
  static final CellFormat IDS =
      new CellFormat("at most 200 sourcedIds, separated by commas", text -> list(text, ID));
  static final CellFormat GRADES =
      new CellFormat(
          "CEDS grades such as KG,01,02", text -> list(text, new CellFormat("", CellFormat::ceds)));

  /** Whether a cell holds several values. */
  boolean isList() {
    return this.equals(LIST) || this.equals(IDS) || this.equals(GRADES);
  }

  /** One of the words, exactly. */
  static CellFormat oneOf(String... words) {
    return new CellFormat(
        "one of " + String.join(", ", words),
        text -> Arrays.asList(words).contains(text) ? text : null);
  }

  /** One of the words, or an extension as OneRoster 1.2 allows it. */
  static CellFormat openCode(String... words) {
    CellFormat closed = oneOf(words);
    return new CellFormat(
        closed.expected + " or ext:…",
        text -> EXTENSION.matcher(text).matches() ? text : closed.read.apply(text));
  }

  private static @Nullable Object plain(String text, int longest) {
    return text.length() <= longest && text.chars().noneMatch(Character::isISOControl)
        ? text
        : null;
  }

  private static @Nullable Object matching(Pattern pattern, String text) {
    return pattern.matcher(text).matches() ? plain(text, LONGEST_ID) : null;
  }

  private static @Nullable Object date(String text) {
    try {
      LocalDate day = LocalDate.parse(text, ISO_DATE);
      return day.getYear() >= 1900 && day.getYear() <= 2200 ? day.toString() : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable Object bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> null;
    };
  }

  private static @Nullable Object ceds(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    String padded = upper.matches("\\d") ? "0" + upper : upper.equals("K") ? "KG" : upper;
    return CEDS_GRADES.contains(padded) ? padded : null;
  }

  /** The values in order and without repetition, so that the same set is the same value. */
  private static @Nullable Object list(String text, CellFormat each) {
    Set<String> values = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      if (part.isBlank()) {
        continue;
      }
      Object value = each.read.apply(part.strip());
      if (value == null) {
        return null;
      }
      values.add(value.toString());
    }
    return values.size() <= LONGEST_LIST ? List.copyOf(values) : null;
  }
}
