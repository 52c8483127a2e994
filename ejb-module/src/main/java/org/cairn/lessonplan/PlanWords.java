package org.cairn.lessonplan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.cairn.journey.Container;
import org.cairn.journey.JourneySummaryView.Band;

/** Figures and codes in the words of a page. */
final class PlanWords {

  private static final Locale LANGUAGE = Locale.US;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", LANGUAGE);
  private static final int CENTURY = 100;
  private static final Map<String, String> EARLY_GRADES =
      Map.of(
          "IT", "Infants and toddlers",
          "PR", "Preschool",
          "PK", "Prekindergarten",
          "TK", "Transitional kindergarten",
          "KG", "Kindergarten");

  private PlanWords() {}

  /**
   * A grade in words.
   *
   * @param code CEDS code
   */
  static String grade(String code) {
    if (code.matches("\\d{2}")) {
      return "Grade " + Integer.parseInt(code);
    }
    return EARLY_GRADES.getOrDefault(code, "Ungraded");
  }

  /** A school year, which is known by the year in which it ends. */
  static String schoolYear(int end) {
    return "School year %d–%02d".formatted(end - 1, end % CENTURY);
  }

  /** The school's day of a time. */
  static String day(Instant time, ZoneId zone) {
    return DAY.format(LocalDate.ofInstant(time, zone));
  }

  /** A span in hours and minutes, seconds rounded up to a minute. */
  static String span(long seconds) {
    long minutes = (seconds + 59) / 60;
    return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }

  static String container(Container container) {
    String name = container.name();
    return name.charAt(0) + name.substring(1).toLowerCase(LANGUAGE);
  }

  static String band(Band band) {
    String name = band.name();
    return name.charAt(0) + name.substring(1).toLowerCase(LANGUAGE);
  }
}
