package org.cairn.web.support;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.cairn.shared.Page;
import org.cairn.support.GradeOverrideView;
import org.cairn.support.GradeOverrides;
import org.cairn.web.shared.Revisions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Guardians' overrides of a learner's grade. */
@Path("learners/{learner}/grade-progression-overrides")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support")
public class GradeOverridesResource {

  @EJB private GradeOverrides overrides;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "overrideGradeProgression",
      summary = "Have your child go on to a grade although skills are not mastered",
      description =
          "Role: guardian of the learner. The skills that are not mastered come into the child's"
              + " remediation queue. Where the district wants it (`getSupportSettings`), the override"
              + " is `requested` and nothing happens before the school approves it. The same id with"
              + " the same content is the same override. The roster stays as it is. Audited.")
  @APIResponse(
      responseCode = "200",
      description = "The override",
      content =
          @Content(
              schema = @Schema(implementation = GradeOverrideView.class),
              examples = @ExampleObject(name = "requested", value = SupportExamples.OVERRIDE)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
  public GradeOverrideView request(
      @PathParam("learner") @Parameter(description = "The child's id") String learner,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      examples =
                          @ExampleObject(name = "to grade 5", value = SupportExamples.REQUEST)))
          GradeOverrides.@Nullable Request body) {
    if (body == null) {
      throw Revisions.noBody();
    }
    return overrides.request(learner, body);
  }

  @GET
  @Operation(
      operationId = "listGradeOverridesOfLearner",
      summary = "A learner's overrides, newest first",
      description =
          "Roles: guardian of the learner, teacher of one of its classes, school-admin,"
              + " district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "A page of overrides",
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "one",
                      value = "{\"items\": [" + SupportExamples.OVERRIDE + "]}")))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public Page<GradeOverrideView> page(
      @PathParam("learner") String learner,
      @QueryParam("status") @Parameter(description = "`requested`, `effective` or `refused`")
          @Nullable String status,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return overrides.ofLearner(learner, status, cursor, limit);
  }

  @GET
  @Path("{overrideId}")
  @Operation(
      operationId = "getGradeOverride",
      summary = "One override",
      description = "Roles: as for the list.")
  @APIResponse(
      responseCode = "200",
      description = "The override",
      content =
          @Content(
              schema = @Schema(implementation = GradeOverrideView.class),
              examples = @ExampleObject(name = "requested", value = SupportExamples.OVERRIDE)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public GradeOverrideView find(
      @PathParam("learner") String learner, @PathParam("overrideId") UUID overrideId) {
    return overrides.find(learner, overrideId);
  }

  @POST
  @Path("{overrideId}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "decideGradeOverride",
      summary = "Approve or refuse an override that waits for the school",
      description =
          "Roles: school-admin of the learner's school, district-admin. What is approved takes"
              + " effect at once. Deciding twice is 409 `OVERRIDE_DECIDED`. Audited.")
  @APIResponse(
      responseCode = "200",
      description = "The override",
      content =
          @Content(
              schema = @Schema(implementation = GradeOverrideView.class),
              examples = @ExampleObject(name = "decided", value = SupportExamples.OVERRIDE)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
  public GradeOverrideView decide(
      @PathParam("learner") String learner,
      @PathParam("overrideId") UUID overrideId,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      examples = @ExampleObject(name = "yes", value = SupportExamples.DECISION)))
          GradeOverrides.@Nullable Decision body) {
    if (body == null) {
      throw Revisions.noBody();
    }
    return overrides.decide(learner, overrideId, body);
  }
}
