package org.cairn.web.onboarding;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.cairn.onboarding.TrackAssignments;
import org.cairn.onboarding.TrackAssignments.AssignmentDraft;
import org.cairn.onboarding.TrackAssignments.AssignmentView;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tracks that the district assigns. */
@Path("admin/onboarding/assignments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Onboarding")
public class AssignmentsResource {

  private static final String EXAMPLE =
      """
      {"trackKey": "first-week", "grade": "04", "dueAt": "2027-03-12T22:00:00Z"}""";

  static final String ANSWER =
      """
      {"id": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10", "trackKey": "first-week",
       "byDistrict": true, "grade": "04", "dueAt": "2027-03-12T22:00:00Z",
       "assignedAt": "2027-03-02T08:30:00Z"}""";

  @EJB private TrackAssignments assignments;

  @GET
  @Operation(
      operationId = "listTrackAssignments",
      summary = "The district's assignments of tracks",
      description = "Teachers' included, in the order of their ids. Role: district-admin.")
  public Page<AssignmentView> page(
      @QueryParam("trackKey") @Parameter(description = "Only of this track")
          @Nullable String trackKey,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return assignments.ofDistrict(trackKey, cursor, limit);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "assignTrack",
      summary = "Assign a track to a class, a grade or a person",
      description =
          "Role: district-admin. One of `classId`, `grade` and `learnerId`. The track is required"
              + " of them until it is complete; their lists and the coach show `dueAt`. For whom it"
              + " is assigned already, the due time moves; the same again changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "The assignment",
      content =
          @Content(
              schema = @Schema(implementation = AssignmentView.class),
              examples = @ExampleObject(name = "assignment", value = ANSWER)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public AssignmentView assign(
      @RequestBody(
              required = true,
              content = @Content(examples = @ExampleObject(name = "to a grade", value = EXAMPLE)))
          @Nullable AssignmentDraft body) {
    return assignments.assign(orEmpty(body));
  }

  @DELETE
  @Path("{assignmentId}")
  @Operation(
      operationId = "revokeTrackAssignment",
      summary = "Take an assignment back",
      description = "Role: district-admin. A teacher's, too. Progress and XP stay; nobody is told.")
  @APIResponse(responseCode = "204", description = "It is no more")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public void revoke(@PathParam("assignmentId") UUID id) {
    assignments.revoke(id);
  }

  /** What is absent altogether lacks every field. */
  static AssignmentDraft orEmpty(@Nullable AssignmentDraft body) {
    return body == null ? new AssignmentDraft(null, null, null, null, null) : body;
  }
}
