package org.cairn.digest;

import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.cairn.digest.ChildWeekStore.Reader;
import org.cairn.digest.DigestRules.Week;
import org.cairn.digest.Letter.Mail;

/**
 * Writes letters in the language of whom they are for, as text and the same as HTML. The subject
 * names nobody: it is seen on locked screens.
 */
@Singleton
class LetterText {

  static final String DEFAULT = "en";

  /** Those that there is a {@code letter.properties} for. */
  static final List<String> LANGUAGES = List.of(DEFAULT, "es");

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /**
   * Writes one.
   *
   * @param key names it for ever
   * @param zone of the district, by whose days the week is told
   */
  Mail write(
      String key, Instant now, Reader reader, Week week, ZoneId zone, List<ChildWeek> children) {
    Words words = Words.in(reader.language());
    String intro =
        words.of(
            "intro",
            words.day(LocalDate.ofInstant(week.from(), zone)),
            words.day(LocalDate.ofInstant(week.until(), zone)));
    return new Mail(
        key,
        now,
        reader.address(),
        reader.language(),
        words.of("subject"),
        text(words, intro, children),
        html(words, intro, children));
  }

  private static String text(Words words, String intro, List<ChildWeek> children) {
    StringBuilder text = new StringBuilder();
    text.append(words.of("greeting")).append("\n\n").append(intro).append('\n');
    for (ChildWeek child : children) {
      text.append('\n').append(child.givenName()).append('\n');
      lines(child, words).forEach(line -> text.append("- ").append(line).append('\n'));
    }
    return text.append("\n-- \n")
        .append(words.of("why", MailServer.unsubscribe()))
        .append('\n')
        .toString();
  }

  private static String html(Words words, String intro, List<ChildWeek> children) {
    StringBuilder html = new StringBuilder("<!doctype html>\n");
    html.append("<html lang=\"").append(words.locale().getLanguage());
    html.append("\"><head><meta charset=\"utf-8\">");
    element(html, "title", words.of("subject"));
    html.append("</head><body>");
    element(html, "p", words.of("greeting"));
    element(html, "p", intro);
    for (ChildWeek child : children) {
      element(html, "h2", child.givenName());
      html.append("<ul>");
      lines(child, words).forEach(line -> element(html, "li", line));
      html.append("</ul>\n");
    }
    element(html, "p", words.of("why", MailServer.unsubscribe()));
    return html.append("</body></html>\n").toString();
  }

  private static void element(StringBuilder html, String name, String text) {
    html.append('<').append(name).append('>').append(escaped(text));
    html.append("</").append(name).append(">\n");
  }

  private static List<String> lines(ChildWeek child, Words words) {
    if (!child.isNews()) {
      return List.of(words.of("none"));
    }
    List<String> lines = new ArrayList<>();
    count(lines, words.of("begun"), child.journeysBegun());
    count(lines, words.of("completed"), child.journeysCompleted());
    count(lines, words.of("lessons"), child.lessons());
    count(lines, words.of("skills"), child.skills());
    Long xp = child.xp();
    count(lines, words.of("xp"), xp == null ? 0 : xp);
    count(lines, words.of("streak"), child.streak());
    if (!child.achievements().isEmpty()) {
      lines.add(words.of("achievements") + ": " + String.join(", ", child.achievements()));
    }
    return lines;
  }

  private static void count(List<String> lines, String what, long number) {
    if (number > 0) {
      lines.add(what + ": " + number);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private record Words(ResourceBundle bundle, Locale locale) {

    static Words in(String language) {
      Locale locale = Locale.forLanguageTag(language);
      return new Words(
          ResourceBundle.getBundle(
              "org.cairn.digest.letter", locale, LetterText.class.getClassLoader(), NO_FALLBACK),
          locale);
    }

    String of(String key, Object... values) {
      String text = bundle.getString(key);
      return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }

    String day(LocalDate day) {
      return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
    }
  }
}
