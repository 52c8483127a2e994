package org.cairn.lessonplan;

import static org.cairn.lessonplan.PlanWords.day;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What all documents of a journey begin and end with. */
final class Sheets {

  /** The family that {@link PlanPdf} embeds. */
  static final String FONT = "DejaVu Sans";

  private static final String STYLE =
      """
      @page { size: letter; margin: 20mm 18mm; }
      body { font-family: '%s'; font-size: 10pt; line-height: 1.4; color: #1a1a1a; }
      h1 { font-size: 20pt; margin: 0 0 4pt 0; }
      h2 { font-size: 14pt; margin: 16pt 0 4pt 0; page-break-after: avoid; }
      h3 { font-size: 11pt; margin: 10pt 0 2pt 0; page-break-after: avoid; }
      p, ul { margin: 2pt 0 4pt 0; }
      table { width: 100%%; border-collapse: collapse; margin: 2pt 0 6pt 0; }
      th, td { text-align: left; vertical-align: top; padding: 2pt 6pt 2pt 0;
        border-bottom: 1px solid #767676; }
      tr { page-break-inside: avoid; }
      """
          .formatted(FONT);

  private Sheets() {}

  /** The head of a page: what it is, of whom, and from when to when. */
  static void begin(Markup page, String kind, LessonPlan plan) {
    String title = kind + " for " + plan.givenName();
    page.open("html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en-US\" xml:lang=\"en-US\"");
    page.open("head").element("title", title);
    page.open("meta name=\"description\" content=\"" + kind + "\"").close("meta");
    page.open("meta name=\"subject\" content=\"" + kind + "\"").close("meta");
    page.open("meta name=\"author\" content=\"Cairn\"").close("meta");
    page.element("style", STYLE).close("head").open("body");
    page.element("h1", title);
    page.element(
        "p",
        PlanWords.grade(plan.summary().gradeLevel())
            + " \u00b7 "
            + PlanWords.schoolYear(plan.summary().schoolYear())
            + " \u00b7 Career: "
            + plan.career().title());
    page.element("p", time(plan));
  }

  static void end(Markup page) {
    page.close("body").close("html");
  }

  private static String time(LessonPlan plan) {
    @Nullable Instant end = plan.summary().endTime();
    String begun = day(plan.summary().startTime(), plan.zone());
    return end == null
        ? "Begun on " + begun + ". The journey goes on: these are its figures so far."
        : begun + " to " + day(end, plan.zone());
  }
}
