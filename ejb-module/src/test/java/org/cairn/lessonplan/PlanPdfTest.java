package org.cairn.lessonplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.content.Catalog.Solved;
import org.cairn.content.QuestionRef;
import org.cairn.content.QuestionView;
import org.cairn.content.QuestionView.Choice;
import org.cairn.journey.JourneySummaryView;
import org.cairn.journey.JourneySummaryView.ContainerScore;
import org.cairn.journey.JourneySummaryView.SkillScore;
import org.cairn.journey.LessonRecords.Sheet;
import org.cairn.journey.LessonView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class PlanPdfTest {

  private static final String NASTY = "Zo\u00eb <b>&\"O'Neil\" \u041e\u043b\u044f";

  @BeforeAll
  static void aValidator() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @Test
  void whatCannotBeRenderedIsSaidAsSuch() {
    assertThrows(PlanPdf.Unprintable.class, () -> PlanPdf.of("<html><p></html>"));
  }

  @Test
  void aPlanIsPdfUa() throws VeraPDFException, IOException {
    assertIsPdfUa(PlanPdf.of(PlanPage.of(SamplePlan.of(NASTY))));
  }

  @Test
  void anAnswerKeyIsPdfUa() throws VeraPDFException, IOException {
    assertIsPdfUa(PlanPdf.of(key()));
  }

  /** Without this, the two above could not fail. */
  @Test
  void aPdfWithoutTagsIsNot() throws VeraPDFException, IOException {
    ByteArrayOutputStream bare = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(bare);
    }
    assertFalse(validated(bare.toByteArray()).isCompliant());
  }

  @Test
  void theNumbersAreTheSummarys() throws IOException {
    LessonPlan plan = SamplePlan.of("Dale");
    JourneySummaryView summary = plan.summary();
    String text = text(PlanPdf.of(PlanPage.of(plan)));
    for (String expected :
        List.of(
            "Lesson plan for Dale",
            "Grade 4 \u00b7 School year 2025\u201326 \u00b7 Career: Chef",
            "March 2, 2026 to March 13, 2026",
            "Overall score " + summary.overallScore(),
            "Lessons complete " + summary.lessonsComplete() + " of 12",
            "Questions right " + summary.questionsCorrect() + " of " + summary.questionsAttempted(),
            "Answers given " + summary.attempts(),
            "Hints used " + summary.hintsUsed(),
            "Time spent 1 h 3 min",
            "Skills mastered " + summary.skillsMastered() + " of " + summary.skillsAttempted())) {
      assertTrue(text.contains(expected), () -> expected + " in " + text);
    }
    for (ContainerScore container : summary.containers()) {
      assertTrue(text.contains("with a mean score of " + container.meanScore()), text);
      for (LessonView lesson : container.lessons()) {
        String row =
            "%s 3 questions 2 questions %d of %d %d"
                .formatted(
                    plan.skill(lesson.skillId()).title(),
                    lesson.correct(),
                    lesson.attempted(),
                    lesson.score());
        assertTrue(text.contains(row), () -> row + " in " + text);
      }
    }
    for (SkillScore skill : summary.skills()) {
      String row =
          "%s %d %s"
              .formatted(
                  plan.skill(skill.skillId()).title(), skill.score(), PlanWords.band(skill.band()));
      assertTrue(text.contains(row), () -> row + " in " + text);
    }
  }

  @Test
  void whatPeopleHaveWrittenIsTextAndNeverMarkup() throws IOException {
    String text = text(PlanPdf.of(PlanPage.of(SamplePlan.of(NASTY))));
    assertTrue(text.contains("Lesson plan for " + NASTY), text);
    assertTrue(text.contains("on time & on a budget <b>always</b>."), text);
    String keys = text(PlanPdf.of(key()));
    assertTrue(keys.replace(" ", "").contains("Whichis<i>right</i>?"), keys);
    assertTrue(keys.contains("<u>this</u> & that"), keys);
    assertTrue(keys.contains("<s>wrong</s> (wrong); <u>this</u> & that (right)"), keys);
  }

  @Test
  void theSamePlanGivesTheSamePageAndAnotherNumberAnother() {
    assertEquals(PlanPage.of(SamplePlan.of("Dale")), PlanPage.of(SamplePlan.of("Dale")));
    assertFalse(PlanPage.of(SamplePlan.of("Dale")).equals(PlanPage.of(SamplePlan.of("Zoe"))));
  }

  private static String key() {
    LessonPlan plan = SamplePlan.of(NASTY);
    LessonView lesson = plan.summary().containers().get(0).lessons().get(0);
    LessonView answered =
        new LessonView(
            lesson.sessionId(),
            lesson.journeyId(),
            lesson.container(),
            lesson.subject(),
            lesson.skillId(),
            1,
            1,
            1,
            1,
            100,
            false,
            true,
            20,
            30,
            2,
            0,
            lesson.startedAt(),
            lesson.completedAt(),
            null,
            List.of(tried("b", false), tried("a", true)));
    QuestionRef asked = new QuestionRef("q", 1, true);
    QuestionView question =
        new QuestionView(
            "q",
            1,
            "multiple-choice",
            "Which is <i>right</i>?",
            List.of(new Choice("a", "<u>this</u> & that"), new Choice("b", "<s>wrong</s>")),
            30);
    return KeyPage.of(
        plan,
        List.of(new Sheet(answered, List.of(asked))),
        Map.of(asked, new Solved(asked, question, List.of("<u>this</u> & that"))));
  }

  private static LessonView.Tried tried(String choice, boolean right) {
    return new LessonView.Tried(
        "event-" + choice, "q", "practice", List.of(choice), right, 10, 0, java.time.Instant.EPOCH);
  }

  private static void assertIsPdfUa(byte[] pdf) throws VeraPDFException, IOException {
    ValidationResult result = validated(pdf);
    assertTrue(
        result.isCompliant(),
        () ->
            String.join(
                "\n", result.getFailedChecks().keySet().stream().map(Object::toString).toList()));
  }

  private static ValidationResult validated(byte[] pdf) throws VeraPDFException, IOException {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      return validator.validate(parser);
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
