package org.cairn.web.journey;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.achievement.Achievements;
import org.cairn.gamification.Profiles;
import org.cairn.journey.LessonView;
import org.cairn.journey.Lessons;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own lessons. */
@Path("learning/sessions/{sessionId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journeys")
public class SessionsResource {

  private static final String ANSWER =
      """
      {"eventId": "tablet-17", "questionId": "math-multiply-01", "questionType": "practice",
       "answer": 42, "timeSpent": 18, "hintsUsed": 0, "occurredAt": "2026-03-02T08:30:00Z"}""";

  /** An answer; its value is a text, a number, true or false, or a list of choices' ids. */
  public record AnswerBody(
      @Nullable String eventId,
      @Nullable String questionId,
      @Nullable String questionType,
      @Nullable JsonNode answer,
      @Nullable Integer attemptNumber,
      @Nullable Integer timeSpent,
      @Nullable Integer hintsUsed,
      @Nullable Instant occurredAt) {

    private static final AnswerBody NOTHING =
        new AnswerBody(null, null, null, null, null, null, null, null);

    Lessons.Answer answerOf() {
      return new Lessons.Answer(
          eventId,
          questionId,
          questionType,
          AnswerTexts.of(answer),
          attemptNumber,
          timeSpent,
          hintsUsed,
          occurredAt);
    }
  }

  @EJB private Lessons lessons;
  @EJB private Profiles profiles;
  @EJB private Achievements achievements;

  @GET
  @Operation(
      operationId = "getMySession",
      summary = "One of your lessons",
      description =
          "With its questions and what you answered, to go on with on any device. Role: learner.")
  @APIResponse(responseCode = "404", description = "SESSION_NOT_FOUND")
  public LessonResult find(@PathParam("sessionId") UUID sessionId) {
    LessonView lesson = lessons.find(sessionId);
    return new LessonResult(
        lesson,
        lesson.isComplete()
            ? achievements.by(Access.ME, "session/" + sessionId + "/completed")
            : List.of());
  }

  @POST
  @Path("answers")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "answerQuestion",
      summary = "Answer a question",
      description =
          "Scored by the server, with the key of the version that the lesson asks. The same answer"
              + " again gets the same result and counts once; the same `eventId` with other"
              + " content is 409 `EVENT_CONFLICT`. `timeSpent` is in seconds. Role: learner.")
  @APIResponse(responseCode = "200", description = "Whether it is right, and what it earned")
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", description = "SESSION_NOT_FOUND, QUESTION_NOT_ASKED")
  @APIResponse(responseCode = "409", description = "EVENT_CONFLICT")
  public AnswerResult answer(
      @PathParam("sessionId") UUID sessionId,
      @HeaderParam(JourneysResource.DEVICE) @Parameter(description = "Names the device")
          @Nullable String device,
      @RequestBody(
              required = true,
              content = @Content(examples = @ExampleObject(name = "answer", value = ANSWER)))
          @Nullable AnswerBody body) {
    Lessons.Answer answer = (body == null ? AnswerBody.NOTHING : body).answerOf();
    return AnswerResult.of(lessons.answer(sessionId, answer, device), profiles.of(Access.ME));
  }

  @POST
  @Path("complete")
  @Operation(
      operationId = "completeSession",
      summary = "Complete a lesson",
      description = "When all of its questions are answered. Role: learner.")
  @APIResponse(responseCode = "200", description = "The lesson, and what it earned")
  @APIResponse(responseCode = "409", description = "SESSION_NOT_COMPLETE, naming the questions")
  public CompletionResult complete(
      @PathParam("sessionId") UUID sessionId,
      @HeaderParam(JourneysResource.DEVICE) @Parameter(description = "Names the device")
          @Nullable String device) {
    return CompletionResult.of(lessons.complete(sessionId, device), profiles.of(Access.ME));
  }
}
