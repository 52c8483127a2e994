package org.cairn.web.journey;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.cairn.journey.LessonRecords;
import org.cairn.journey.LessonView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Learners' lessons, for those who may see them. */
@Path("learners/{learner}/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journeys")
public class LearnerSessionsResource {

  private static final String EXAMPLE =
      """
      {"sessionId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a12",
       "journeyId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a11", "container": "LEARN",
       "subject": "Math", "skillId": "math-multiply-divide", "asked": 5, "answered": 5,
       "attempted": 5, "correct": 4, "score": 80, "perfect": false, "verified": true,
       "timeSpent": 140, "expectedTime": 150, "attempts": 6, "hintsUsed": 1,
       "startedAt": "2026-03-02T08:30:00Z", "completedAt": "2026-03-02T08:36:00Z"}""";

  @EJB private LessonRecords records;

  @GET
  @Path("{sessionId}")
  @Operation(
      operationId = "getSessionOfLearner",
      summary = "A lesson of a learner",
      description =
          "With its questions, without keys, and what was answered. Guardians see the figures alone:"
              + " `questions` and `history` are absent for them unless the district lets guardians"
              + " see answers. Roles: the learner (`me`), its guardians, teachers and"
              + " administrators.")
  @APIResponse(
      responseCode = "200",
      description = "The lesson",
      content =
          @Content(
              schema = @Schema(implementation = LessonView.class),
              examples = @ExampleObject(name = "lesson", value = EXAMPLE)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public LessonView find(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner,
      @PathParam("sessionId") UUID sessionId) {
    return records.find(learner, sessionId);
  }
}
