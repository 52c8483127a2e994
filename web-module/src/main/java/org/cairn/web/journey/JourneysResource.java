package org.cairn.web.journey;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.gamification.Profiles;
import org.cairn.journey.JourneyRecords;
import org.cairn.journey.JourneyView;
import org.cairn.journey.Journeys;
import org.cairn.journey.LessonView;
import org.cairn.journey.Lessons;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own journeys. */
@Path("learning/journeys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journeys")
public class JourneysResource {

  /** Names the device, so that the learner can go on elsewhere. */
  static final String DEVICE = "Device-Id";

  private static final String START =
      """
      {"journeyId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10", "career": "astronaut",
       "companion": "spark"}""";

  private static final String LESSON =
      """
      {"container": "LEARN", "subject": "Math", "skillId": "math-multiply"}""";

  /** A lesson that is to begin. */
  public record LessonBody(
      @Nullable String container, @Nullable String subject, @Nullable String skillId) {}

  @EJB private Journeys journeys;
  @EJB private Lessons lessons;
  @EJB private JourneyRecords records;
  @EJB private Profiles profiles;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "startJourney",
      summary = "Begin a journey",
      description =
          "Its id is yours to choose: the same again is the same journey. Without `gradeLevel` the"
              + " roster's grade holds; the school year is the roster's. Role: learner.")
  @APIResponse(responseCode = "200", description = "The journey, with its three containers")
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "409", description = "JOURNEY_CONFLICT")
  public JourneyView start(
      @HeaderParam(DEVICE) @Parameter(description = "Names the device") @Nullable String device,
      @RequestBody(
              required = true,
              content = @Content(examples = @ExampleObject(name = "journey", value = START)))
          Journeys.@Nullable Start body) {
    return journeys.start(
        body == null ? new Journeys.Start(null, null, null, null, null) : body, device);
  }

  @GET
  @Operation(
      operationId = "listMyJourneys",
      summary = "Your journeys, newest first",
      description = "Role: learner.")
  public Page<JourneyView> mine(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    return records.page(Access.ME, cursor, limit);
  }

  @GET
  @Path("{journeyId}")
  @Operation(
      operationId = "getMyJourney",
      summary = "One of your journeys",
      description = "With the lessons that have begun. Role: learner.")
  public JourneyView find(@PathParam("journeyId") UUID journeyId) {
    return records.find(Access.ME, journeyId);
  }

  @POST
  @Path("{journeyId}/sessions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "startSession",
      summary = "Begin a lesson and get its questions",
      description =
          "A container opens when all four lessons of the one before are complete. A journey has"
              + " one lesson for each container and subject: the same again answers the present"
              + " one. Role: learner.")
  @APIResponse(responseCode = "200", description = "The lesson; its questions come without keys")
  @APIResponse(responseCode = "404", description = "JOURNEY_NOT_FOUND, SKILL_NOT_OFFERED")
  @APIResponse(responseCode = "409", description = "CONTAINER_NOT_OPEN, naming what is missing")
  public LessonView startLesson(
      @PathParam("journeyId") UUID journeyId,
      @HeaderParam(DEVICE) @Parameter(description = "Names the device") @Nullable String device,
      @RequestBody(
              required = true,
              content = @Content(examples = @ExampleObject(name = "lesson", value = LESSON)))
          @Nullable LessonBody body) {
    LessonBody lesson = body == null ? new LessonBody(null, null, null) : body;
    return lessons.start(journeyId, lesson.container(), lesson.subject(), lesson.skillId(), device);
  }

  @POST
  @Path("{journeyId}/complete")
  @Operation(
      operationId = "completeJourney",
      summary = "Complete a journey",
      description = "At 12 of 12 lessons. Role: learner.")
  @APIResponse(responseCode = "200", description = "The journey")
  @APIResponse(responseCode = "409", description = "JOURNEY_NOT_COMPLETE, listing what is missing")
  public JourneyView complete(@PathParam("journeyId") UUID journeyId) {
    return journeys.complete(journeyId);
  }

  @GET
  @Path("{journeyId}/summary")
  @Operation(
      operationId = "getMyJourneySummary",
      summary = "What one of your journeys came to",
      description =
          "Completed lessons count. The overall score is the mean of the containers' mean scores."
              + " Role: learner.")
  public JourneySummary summary(@PathParam("journeyId") UUID journeyId) {
    return JourneySummary.of(Access.ME, journeyId, records, profiles);
  }
}
