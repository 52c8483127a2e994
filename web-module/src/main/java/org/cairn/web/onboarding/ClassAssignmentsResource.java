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

/** Tracks that a teacher assigns to a class. */
@Path("classes/{classId}/onboarding/assignments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Onboarding")
public class ClassAssignmentsResource {

  private static final String EXAMPLE =
      """
      {"trackKey": "first-week", "dueAt": "2027-03-12T22:00:00Z"}""";

  private static final String ANSWER =
      """
      {"id": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10", "trackKey": "first-week",
       "byDistrict": false, "classId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a11",
       "dueAt": "2027-03-12T22:00:00Z", "assignedAt": "2027-03-02T08:30:00Z"}""";

  @EJB private TrackAssignments assignments;

  @GET
  @Operation(
      operationId = "listTrackAssignmentsOfClass",
      summary = "What is assigned in one of your classes",
      description =
          "To the class, or by you and your colleagues to one who attends it; in the order of the"
              + " ids. Role: teacher of the class.")
  public Page<AssignmentView> page(
      @PathParam("classId") UUID classId,
      @QueryParam("trackKey") @Parameter(description = "Only of this track")
          @Nullable String trackKey,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return assignments.ofClass(classId, trackKey, cursor, limit);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "assignTrackInClass",
      summary = "Assign a track to your class, or to one who attends it",
      description =
          "Role: teacher of the class. Without `learnerId` to all of it, whoever joins included."
              + " For whom it is assigned already, the due time moves; the same again changes"
              + " nothing.")
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
      @PathParam("classId") UUID classId,
      @RequestBody(
              required = true,
              content = @Content(examples = @ExampleObject(name = "to a class", value = EXAMPLE)))
          @Nullable AssignmentDraft body) {
    return assignments.assign(classId, AssignmentsResource.orEmpty(body));
  }

  @DELETE
  @Path("{assignmentId}")
  @Operation(
      operationId = "revokeTrackAssignmentInClass",
      summary = "Take an assignment of your class back",
      description = "Role: teacher of the class. Not what the district has assigned.")
  @APIResponse(responseCode = "204", description = "It is no more")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public void revoke(
      @PathParam("classId") UUID classId, @PathParam("assignmentId") UUID assignmentId) {
    assignments.revoke(classId, assignmentId);
  }
}
