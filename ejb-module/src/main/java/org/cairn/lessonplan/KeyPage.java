package org.cairn.lessonplan;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cairn.content.Catalog.Solved;
import org.cairn.content.QuestionRef;
import org.cairn.journey.LessonRecords.Sheet;
import org.cairn.journey.LessonView;
import org.cairn.journey.LessonView.Tried;
import org.jspecify.annotations.Nullable;

/** The answer key of a journey as a page, for those who teach. */
final class KeyPage {

  private KeyPage() {}

  /**
   * The page in XHTML.
   *
   * @param solved the questions of all lessons
   */
  static String of(LessonPlan plan, List<Sheet> sheets, Map<QuestionRef, Solved> solved) {
    Markup page = new Markup();
    Sheets.begin(page, "Answer key", plan);
    page.element("p", "For staff. It holds the right answers, and what was answered.");
    for (Sheet sheet : sheets) {
      lesson(page, plan, sheet, solved);
    }
    Sheets.end(page);
    return page.toString();
  }

  private static void lesson(
      Markup page, LessonPlan plan, Sheet sheet, Map<QuestionRef, Solved> solved) {
    LessonView lesson = sheet.lesson();
    page.element(
        "h2",
        PlanWords.container(lesson.container())
            + " \u00b7 "
            + lesson.subject()
            + " \u00b7 "
            + plan.skill(lesson.skillId()).title());
    page.open("table").heads("Question", "Right answer", "Answers given").open("tbody");
    for (QuestionRef asked : sheet.asked()) {
      Solved question = solved.get(asked);
      page.row(
          question == null ? asked.id() : question.question().prompt(),
          question == null || question.right().isEmpty()
              ? "No key: to be looked at by a person"
              : String.join(" \u00b7 ", question.right()),
          given(lesson, asked.id(), question));
    }
    page.close("tbody").close("table");
  }

  private static String given(LessonView lesson, String question, @Nullable Solved solved) {
    List<Tried> history = lesson.history() == null ? List.of() : lesson.history();
    String given =
        history.stream()
            .filter(tried -> tried.questionId().equals(question))
            .map(tried -> words(tried, solved))
            .collect(Collectors.joining("; "));
    return given.isEmpty() ? "none" : given;
  }

  private static String words(Tried tried, @Nullable Solved solved) {
    Map<String, String> choices =
        solved == null
            ? Map.of()
            : solved.question().choices().stream()
                .collect(Collectors.toMap(c -> c.id(), c -> c.text()));
    String answer =
        tried.answer().stream()
            .map(each -> choices.getOrDefault(each, each))
            .collect(Collectors.joining(" \u00b7 "));
    return answer
        + (tried.correct() == null ? " (not scored)" : tried.correct() ? " (right)" : " (wrong)");
  }
}
