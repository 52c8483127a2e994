package org.cairn.web.support;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cairn.support.GradeProgression;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which grade a learner is in. */
@Path("learners/{learner}/grade-progression")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support")
public class GradeProgressionResource {

  @EJB private GradeProgression progression;

  @GET
  @Operation(
      operationId = "getGradeProgression",
      summary = "Which grade a learner is in, and the grades that overrides have led to",
      description =
          "`grade` is the higher one of the roster's and those reached in the present school year;"
              + " begin journeys with it.")
  @APIResponse(
      responseCode = "200",
      description = "Where the learner is",
      content =
          @Content(
              schema = @Schema(implementation = GradeProgression.Progression.class),
              examples = @ExampleObject(name = "gone on", value = SupportExamples.PROGRESSION)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public GradeProgression.Progression find(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner) {
    return progression.of(learner);
  }
}
