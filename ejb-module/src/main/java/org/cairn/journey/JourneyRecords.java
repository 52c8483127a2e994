package org.cairn.journey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.Roles;
import org.cairn.shared.Cursor;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** What learners have done on their journeys, for themselves and those who may see them. */
@Stateless
@RolesAllowed({
  Roles.LEARNER,
  Roles.GUARDIAN,
  Roles.TEACHER,
  Roles.SCHOOL_ADMIN,
  Roles.DISTRICT_ADMIN,
  Roles.SYSTEM
})
public class JourneyRecords {

  /**
   * Above the journeys of one grade and school year: the overall record, and the progression.
   *
   * @param career of the latest journey
   * @param skillsMastered in lessons of the grade's journeys
   * @param skillsOfGrade in the catalog when the latest journey began
   */
  public record Grade(
      String gradeLevel,
      int schoolYear,
      String career,
      String companion,
      int journeysStarted,
      int journeysCompleted,
      int skillsMastered,
      int skillsOfGrade,
      Instant startedAt,
      Instant lastAt) {}

  /**
   * A skill that a learner has completed a lesson of.
   *
   * @param bestScore of its lessons
   * @param completedAt when it was mastered, else when it was last trained
   */
  public record Skill(
      String skillId,
      String subject,
      int bestScore,
      JourneySummaryView.Band band,
      boolean mastered,
      Instant completedAt) {}

  /**
   * A device that journeys were gone on with.
   *
   * @param journeyId the latest on it
   * @param sessionId the latest lesson on it
   */
  public record Device(
      String deviceId, Instant lastSeenAt, UUID journeyId, @Nullable UUID sessionId) {}

  @Inject private Access access;
  @Inject private JourneyStore journeys;
  @Inject private LessonStore lessons;
  @Inject private AttemptStore attempts;
  @Inject private ArchivedJourneys archived;
  @Inject private DeviceStore devices;

  /**
   * A page of a learner's journeys, newest first.
   *
   * @param learner an id or {@code me}
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code INVALID_REQUEST}
   */
  public Page<JourneyView> page(String learner, @Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    Cursor.Moment after = Cursor.moment(cursor, "cursor");
    VisibleLearner visible = access.visible(learner);
    List<Journey> found = journeys.page(visible, after, size + 1);
    Page<Journey> page =
        Page.of(found, size, each -> new Cursor.Moment(each.startedAt(), each.id()).key());
    List<LessonView> all = lessons(visible, page.items().stream().map(Journey::id).toList());
    return page.map(
        journey ->
            JourneyView.of(
                journey, all.stream().filter(l -> l.journeyId().equals(journey.id())).toList()));
  }

  /**
   * One journey.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code JOURNEY_NOT_FOUND}
   */
  public JourneyView find(String learner, UUID id) {
    VisibleLearner visible = access.visible(learner);
    Journey journey = Journeys.found(journeys.find(visible, id));
    return JourneyView.of(journey, lessons(visible, List.of(id)));
  }

  /**
   * What a journey came to.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code JOURNEY_NOT_FOUND}
   */
  public JourneySummaryView summary(String learner, UUID id) {
    VisibleLearner visible = access.visible(learner);
    Journey journey = Journeys.found(journeys.find(visible, id));
    return SummaryFold.summary(journey, lessons(visible, List.of(id)));
  }

  /**
   * The ids of a journey's events in the log: its start, answers and completions; of one of long
   * ago, out of the archive.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code STORAGE_UNAVAILABLE}
   */
  public List<String> events(String learner, UUID id) {
    VisibleLearner visible = access.visible(learner);
    UUID archive = journeys.find(visible, id).map(Journey::archive).orElse(null);
    return archive == null ? attempts.events(visible, id) : archived.events(visible, archive, id);
  }

  /** A learner's grades, the latest school year first. */
  public List<Grade> grades(String learner) {
    return journeys.grades(access.visible(learner));
  }

  /** A page of the skills that a learner has completed, by id. */
  public Page<Skill> skills(String learner, @Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    String after = Cursor.key(cursor, "cursor");
    List<Skill> found = attempts.skills(access.visible(learner), after, size + 1);
    return Page.of(found, size, Skill::skillId);
  }

  /** A learner's devices, the latest first. */
  public List<Device> devices(String learner) {
    return devices.all(access.visible(learner));
  }

  private List<LessonView> lessons(VisibleLearner learner, List<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : lessons.of(learner, ids).stream().map(LessonStore.Stored::view).toList();
  }
}
