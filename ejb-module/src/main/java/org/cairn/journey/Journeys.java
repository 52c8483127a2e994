package org.cairn.journey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.ActingLearner;
import org.cairn.access.Trust;
import org.cairn.caller.Roles;
import org.cairn.content.Catalog;
import org.cairn.events.Consequences;
import org.cairn.events.EventLog;
import org.cairn.events.EventPayload;
import org.cairn.events.NewEvent;
import org.cairn.events.NewEvent.OwnId;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** The calling learner's journeys, begun and completed. */
@Stateless
@RolesAllowed(Roles.LEARNER)
public class Journeys {

  /** The grade of learners whom the roster gives none. */
  private static final String UNGRADED = "UG";

  /**
   * A journey that is to begin.
   *
   * @param journeyId chosen by the device
   * @param gradeLevel CEDS code; absent: the roster's
   * @param career the id of a career of the catalog
   * @param companion who goes along
   * @param occurredAt absent: when it is received
   */
  public record Start(
      @Nullable UUID journeyId,
      @Nullable String gradeLevel,
      @Nullable String career,
      @Nullable String companion,
      @Nullable Instant occurredAt) {}

  @Inject private Access access;
  @Inject private EventLog log;
  @Inject private JourneyStore journeys;
  @Inject private LessonStore lessons;
  @Inject private SchoolingStore schools;
  @Inject private DeviceStore devices;
  @Inject private Catalog catalog;
  @Inject private Event<JourneyStarted> started;
  @Inject private Clock clock;

  /**
   * Begins a journey in the school year of its day; the same again is the same journey.
   *
   * @throws ProblemException {@code JOURNEY_INVALID} naming the fields, {@code JOURNEY_CONFLICT}
   */
  public JourneyView start(Start start, @Nullable String device) {
    refuse(DraftRules.errors(start));
    refuse(DraftRules.errors(device));
    ActingLearner learner = access.acting();
    UUID id = Objects.requireNonNull(start.journeyId());
    String eventId = OwnId.JOURNEY.of(id + "/started");
    Consequences consequences = new Consequences();
    boolean known = log.recall(learner, eventId, consequences).isPresent();
    Optional<Journey> present = journeys.find(learner.visible(), id);
    if (known || present.isPresent()) {
      return view(learner, same(start, present));
    }
    Journey journey = journey(learner, start, id);
    log.append(learner, List.of(started(eventId, journey)), consequences);
    journeys.start(learner, journey, catalog.skillsOfGrade(journey.grade()));
    devices.seen(learner, device, id, null);
    started.fire(
        new JourneyStarted(learner, journey.career(), journey.companion(), journey.startedAt()));
    return view(learner, journey);
  }

  /**
   * Completes a journey whose twelve lessons are complete; again changes nothing.
   *
   * @throws ProblemException {@code JOURNEY_NOT_FOUND}, {@code JOURNEY_NOT_COMPLETE} listing what
   *     is missing, {@code JOURNEY_ARCHIVED}
   */
  public JourneyView complete(UUID id) {
    ActingLearner learner = access.acting();
    String eventId = OwnId.JOURNEY.of(id + "/completed");
    Consequences consequences = new Consequences();
    boolean known = log.recall(learner, eventId, consequences).isPresent();
    Journey journey = found(journeys.find(learner.visible(), id));
    if (!known) {
      requireRows(journey.isArchived());
      List<LessonView> begun = lessons(learner, id);
      List<FieldError> missing = ContainerRules.missing(begun);
      if (!missing.isEmpty()) {
        throw JourneyProblem.JOURNEY_NOT_COMPLETE.with(
            "The journey was not completed.", missing.toArray(FieldError[]::new));
      }
      Instant now = clock.instant();
      boolean verified = begun.stream().allMatch(LessonView::verified);
      log.append(
          learner,
          List.of(completed(eventId, journey, begun, now)),
          verified ? Trust.SERVER : learner.trust(),
          consequences);
      journeys.complete(learner, id, now);
    }
    return view(learner, found(journeys.find(learner.visible(), id)));
  }

  private Journey journey(ActingLearner learner, Start start, UUID id) {
    String career = Objects.requireNonNull(start.career());
    if (!catalog.hasCareer(career)) {
      refuse(List.of(new FieldError("/career", "the id of a career of the catalog")));
    }
    Instant asked = start.occurredAt() == null ? clock.instant() : start.occurredAt();
    Instant startedAt = log.effectiveAt(asked).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    Schooling school = schools.of(learner);
    String grade = start.gradeLevel() == null ? school.grade() : start.gradeLevel();
    return new Journey(
        id,
        learner.id(),
        grade == null ? UNGRADED : grade,
        schools.schoolYear(learner, school.dayOf(startedAt)),
        career,
        Objects.requireNonNull(start.companion()),
        startedAt,
        null,
        null);
  }

  private static Journey same(Start start, Optional<Journey> present) {
    return present
        .filter(journey -> journey.career().equals(start.career()))
        .filter(journey -> journey.companion().equals(start.companion()))
        .filter(journey -> start.gradeLevel() == null || journey.grade().equals(start.gradeLevel()))
        .orElseThrow(
            () ->
                JourneyProblem.JOURNEY_CONFLICT.with(
                    "The journey with this id stands as it was.",
                    new FieldError("/journeyId", "an id that no other journey has")));
  }

  private static NewEvent started(String eventId, Journey journey) {
    Map<String, @Nullable Object> payload = payload(journey);
    payload.put("career", journey.career());
    payload.put("companion", journey.companion());
    return event(eventId, "journey.started", payload, journey.startedAt());
  }

  private static NewEvent completed(
      String eventId, Journey journey, List<LessonView> lessons, Instant now) {
    Map<String, @Nullable Object> payload = payload(journey);
    payload.put("overallScore", SummaryFold.overall(lessons));
    return event(eventId, "journey.completed", payload, now);
  }

  private static NewEvent event(
      String eventId, String name, Map<String, @Nullable Object> payload, Instant at) {
    return new NewEvent(eventId, name, 1, "journey", null, null, EventPayload.of(payload), at);
  }

  private static Map<String, @Nullable Object> payload(Journey journey) {
    Map<String, @Nullable Object> payload = new HashMap<>();
    payload.put("journeyId", journey.id().toString());
    payload.put("gradeLevel", journey.grade());
    payload.put("schoolYear", journey.schoolYear());
    return payload;
  }

  private JourneyView view(ActingLearner learner, Journey journey) {
    return JourneyView.of(journey, lessons(learner, journey.id()));
  }

  private List<LessonView> lessons(ActingLearner learner, UUID journey) {
    return lessons.of(learner.visible(), List.of(journey)).stream()
        .map(LessonStore.Stored::view)
        .toList();
  }

  /** Nothing is added to what the archive has. */
  static void requireRows(boolean archived) {
    if (archived) {
      throw JourneyProblem.JOURNEY_ARCHIVED.with("Nothing was recorded.");
    }
  }

  static Journey found(Optional<Journey> journey) {
    return journey.orElseThrow(
        () -> JourneyProblem.JOURNEY_NOT_FOUND.with("No journey of this learner has this id."));
  }

  static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw JourneyProblem.JOURNEY_INVALID.with(
          "Nothing was recorded.", errors.toArray(FieldError[]::new));
    }
  }
}
