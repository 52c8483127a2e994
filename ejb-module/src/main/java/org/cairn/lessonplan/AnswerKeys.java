package org.cairn.lessonplan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.access.Care;
import org.cairn.access.VisibleLearner;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.content.Catalog;
import org.cairn.content.Catalog.Solved;
import org.cairn.content.QuestionRef;
import org.cairn.journey.LessonRecords;
import org.cairn.journey.LessonRecords.Sheet;

/**
 * The answer keys of journeys as PDF, for those who teach the learner or run its school or
 * district. They are made when they are asked for and kept nowhere, so that no link leads to one.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN})
public class AnswerKeys {

  private static final String FILE = "answer-key.pdf";

  @Inject private Care care;
  @Inject private PlanReading reading;
  @Inject private LessonRecords lessons;
  @Inject private Catalog catalog;
  @Inject private Audit audit;

  /**
   * What was asked on a journey, what is right, and what was answered.
   *
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}, {@code JOURNEY_NOT_FOUND},
   *     {@code ROLE_MISSING}
   */
  public byte[] find(String learner, UUID journey) {
    Callers.current().require(Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN);
    VisibleLearner visible = care.ofStaff(learner).visible();
    LessonPlan plan = reading.plan(visible, journey);
    List<Sheet> sheets = lessons.sheets(learner, journey);
    audit.record(
        AuditAction.DOCUMENT_OPENED,
        AuditTarget.of("object", journey, visible.id()),
        Map.of("container", PlanKeeping.CONTAINER.id(), "file", FILE));
    return PlanPdf.of(KeyPage.of(plan, sheets, solved(sheets)));
  }

  private Map<QuestionRef, Solved> solved(List<Sheet> sheets) {
    List<QuestionRef> asked =
        sheets.stream().flatMap(sheet -> sheet.asked().stream()).distinct().toList();
    return catalog.solved(asked).stream()
        .collect(Collectors.toMap(Solved::ref, Function.identity()));
  }
}
