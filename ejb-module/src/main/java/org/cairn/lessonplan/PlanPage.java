package org.cairn.lessonplan;

import static org.cairn.lessonplan.PlanWords.day;

import java.util.List;
import java.util.stream.Stream;
import org.cairn.content.Subject;
import org.cairn.journey.JourneySummaryView;
import org.cairn.journey.JourneySummaryView.Band;
import org.cairn.journey.JourneySummaryView.ContainerScore;
import org.cairn.journey.JourneySummaryView.SkillScore;
import org.cairn.journey.LessonRecords.Work;
import org.cairn.journey.LessonView;
import org.cairn.lessonplan.LessonPlan.Named;

/** A lesson plan as a page. The same plan gives the same page. */
final class PlanPage {

  private static final int LESSONS = 12;

  private final LessonPlan plan;
  private final JourneySummaryView summary;
  private final Markup page = new Markup();

  private PlanPage(LessonPlan plan) {
    this.plan = plan;
    this.summary = plan.summary();
  }

  /** The page in XHTML. */
  static String of(LessonPlan plan) {
    PlanPage made = new PlanPage(plan);
    Sheets.begin(made.page, "Lesson plan", plan);
    made.glance();
    made.milestones();
    for (Subject subject : Subject.values()) {
      made.subject(subject.label());
    }
    made.career();
    made.guide();
    Sheets.end(made.page);
    return made.page.toString();
  }

  private void glance() {
    page.element("h2", "At a glance").open("table").open("tbody");
    page.row("Overall score", summary.overallScore().toPlainString());
    page.row("Lessons complete", summary.lessonsComplete() + " of " + LESSONS);
    page.row("Questions right", summary.questionsCorrect() + " of " + summary.questionsAttempted());
    page.row("Answers given", summary.attempts());
    page.row("Hints used", summary.hintsUsed());
    page.row("Time spent", PlanWords.span(summary.timeSpent()));
    page.row("Skills mastered", summary.skillsMastered() + " of " + summary.skillsAttempted());
    page.close("tbody").close("table");
  }

  private void milestones() {
    page.element("h2", "Milestones").open("ul");
    page.element("li", "Journey begun on " + day(summary.startTime(), plan.zone()));
    summary.containers().stream().filter(ContainerScore::complete).forEach(this::complete);
    long perfect = lessons().filter(LessonView::perfect).count();
    if (perfect > 0) {
      page.element("li", "Lessons with everything right at the first try: " + perfect);
    }
    summary.skills().stream()
        .filter(skill -> skill.band().compareTo(Band.PROFICIENT) <= 0)
        .forEach(skill -> page.element("li", "Mastered: " + title(skill.skillId())));
    if (summary.endTime() != null) {
      page.element("li", "Journey completed on " + day(summary.endTime(), plan.zone()));
    }
    page.close("ul");
  }

  private void complete(ContainerScore container) {
    page.element(
        "li",
        PlanWords.container(container.container())
            + " complete, with a mean score of "
            + (container.meanScore() == null ? "0" : container.meanScore().toPlainString()));
  }

  private void subject(String subject) {
    List<LessonView> lessons = lessons().filter(each -> each.subject().equals(subject)).toList();
    List<SkillScore> skills =
        summary.skills().stream().filter(each -> each.subject().equals(subject)).toList();
    if (lessons.isEmpty()) {
      return;
    }
    page.element("h2", subject).element("h3", "Objectives").open("ul");
    skills.forEach(skill -> page.element("li", objective(plan.skill(skill.skillId()))));
    page.close("ul").element("h3", "Practiced and assessed").open("table");
    page.heads("Part", "Skill", "Practiced", "Assessed", "Right", "Score").open("tbody");
    lessons.forEach(this::lesson);
    page.close("tbody").close("table");
    page.element("h3", "Where " + plan.givenName() + " stands").open("table");
    page.heads("Skill", "Best score", "Band").open("tbody");
    skills.forEach(
        skill -> page.row(title(skill.skillId()), skill.score(), PlanWords.band(skill.band())));
    page.close("tbody").close("table");
  }

  private void lesson(LessonView lesson) {
    Work work = plan.workOf(lesson.sessionId());
    page.row(
        PlanWords.container(lesson.container()),
        title(lesson.skillId()),
        questions(work.practiced()),
        questions(work.assessed()),
        lesson.correct() + " of " + lesson.attempted(),
        lesson.score());
  }

  private void career() {
    Named career = plan.career();
    page.element("h2", "Career connection");
    page.element("p", objective(career));
    page.open("ul");
    summary
        .skills()
        .forEach(
            skill ->
                page.element(
                    "li",
                    career.title()
                        + " at work: where is \u201c"
                        + title(skill.skillId())
                        + "\u201d needed? Ask for an example from the journey."));
    page.close("ul");
  }

  private void guide() {
    page.element("h2", "For you at home");
    page.element(
        "p",
        "A score is the share of questions that were right in the end, at whatever try. From 90 a"
            + " skill is at the band expert, from 70 proficient and mastered, from 50 developing,"
            + " below that beginner.");
    page.open("ul");
    summary
        .skills()
        .forEach(
            skill -> page.element("li", GuideRules.advice(title(skill.skillId()), skill.band())));
    page.close("ul");
  }

  private Stream<LessonView> lessons() {
    return summary.containers().stream().flatMap(container -> container.lessons().stream());
  }

  private String title(String skill) {
    return plan.skill(skill).title();
  }

  private static String questions(int count) {
    return count == 1 ? "1 question" : count + " questions";
  }

  private static String objective(Named named) {
    return named.description() == null ? named.title() : named.title() + ": " + named.description();
  }
}
