package org.cairn.web.leaderboard;

import jakarta.ejb.EJB;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cairn.leaderboard.LeaderboardOptOuts;
import org.cairn.leaderboard.OptOutView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether a learner is on leaderboards. */
@Path("learners/{learner}/leaderboard-opt-out")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Leaderboards")
public class LeaderboardOptOutResource {

  private static final String EXAMPLE =
      """
      {"optedOut": true, "byLearner": false, "since": "2026-03-10T14:05:00Z"}""";

  @EJB private LeaderboardOptOuts optOuts;

  @GET
  @Operation(
      operationId = "getLeaderboardOptOut",
      summary = "Whether a learner wants to be on no leaderboard",
      description =
          "Roles: learner (itself), guardian, school-admin, district-admin. `byLearner` tells"
              + " whether the learner can take it back.")
  @APIResponse(
      responseCode = "200",
      description = "What was decided",
      content =
          @Content(
              schema = @Schema(implementation = OptOutView.class),
              examples = @ExampleObject(name = "by a guardian", value = EXAMPLE)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public OptOutView find(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner) {
    return optOuts.of(learner);
  }

  @PUT
  @Operation(
      operationId = "optOutOfLeaderboards",
      summary = "Take a learner off all leaderboards",
      description =
          "At once; again changes nothing. Takes no body. Roles: learner (itself), guardian,"
              + " school-admin, district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "What was decided",
      content =
          @Content(
              schema = @Schema(implementation = OptOutView.class),
              examples = @ExampleObject(name = "by a guardian", value = EXAMPLE)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public OptOutView put(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner) {
    return optOuts.optOut(learner);
  }

  @DELETE
  @Operation(
      operationId = "optInToLeaderboards",
      summary = "Put a learner back on leaderboards",
      description =
          "With all that was earned meanwhile. What a guardian or an administrator has decided, the"
              + " learner cannot take back: 409 `LEADERBOARD_OPT_OUT_HELD`. Roles: learner (itself),"
              + " guardian, school-admin, district-admin.")
  @APIResponse(responseCode = "204", description = "The learner is back")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
  public Response delete(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner) {
    optOuts.optIn(learner);
    return Response.noContent().build();
  }
}
