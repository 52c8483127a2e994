package org.cairn.web.guardian;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.cairn.guardian.GuardianView;
import org.cairn.guardian.Guardians;
import org.cairn.guardian.RestrictionDraft;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A learner's guardians. */
@Path("learners/{learner}/guardians")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Guardians")
public class GuardiansResource {

  private static final String DRAFT =
      """
      {"from": "2026-03-09", "until": "2026-03-13", "reason": "Court order of February"}""";

  private static final String RESTRICTION =
      """
      {"id": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10", "from": "2026-03-09",
       "until": "2026-03-13", "reason": "Court order of February", "inForce": false}""";

  @EJB private Guardians guardians;

  @GET
  @Operation(
      operationId = "listGuardians",
      summary = "A learner's guardians",
      description =
          "Those with a live link, by id, with the restrictions that hold or will. Roles:"
              + " school-admin, district-admin.")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public List<GuardianView> of(@PathParam("learner") String learner) {
    return guardians.of(learner);
  }

  @DELETE
  @Path("{guardian}")
  @Operation(
      operationId = "unlinkGuardian",
      summary = "End a link",
      description =
          "At once; again changes nothing. Imports of the roster do not bring it back, a new code"
              + " does. Roles: school-admin, district-admin; guardian (`me`).")
  @APIResponse(responseCode = "204", description = "They are not linked")
  @APIResponse(responseCode = "404", description = "LEARNER_NOT_FOUND, GUARDIAN_NOT_FOUND")
  public void unlink(
      @PathParam("learner") String learner,
      @PathParam("guardian") @Parameter(description = "An id; `me` for yourself") String guardian) {
    guardians.unlink(learner, guardian);
  }

  @POST
  @Path("{guardian}/restrictions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "restrictGuardian",
      summary = "Keep a guardian from a learner's records for some days",
      description =
          "From the beginning of the first day to the end of the last one at the learner's school;"
              + " without `until`, until it is lifted. The link stays, and the guardian is answered"
              + " as if there were none. Roles: school-admin, district-admin.")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "a week", value = DRAFT)))
  @APIResponse(
      responseCode = "201",
      description = "The restriction",
      content =
          @Content(
              schema = @Schema(implementation = GuardianView.Restriction.class),
              examples = @ExampleObject(name = "a week", value = RESTRICTION)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", description = "LEARNER_NOT_FOUND, GUARDIAN_NOT_FOUND")
  public Response restrict(
      @PathParam("learner") String learner,
      @PathParam("guardian") String guardian,
      @Nullable RestrictionDraft body,
      @Context UriInfo uri) {
    RestrictionDraft draft = body == null ? new RestrictionDraft(null, null, null) : body;
    GuardianView.Restriction made = guardians.restrict(learner, guardian, draft);
    return Response.created(uri.getAbsolutePathBuilder().path(made.id().toString()).build())
        .entity(made)
        .build();
  }

  @DELETE
  @Path("{guardian}/restrictions/{restriction}")
  @Operation(
      operationId = "liftGuardianRestriction",
      summary = "Lift a restriction",
      description = "At once; again changes nothing. Roles: school-admin, district-admin.")
  @APIResponse(responseCode = "204", description = "It holds no more")
  @APIResponse(responseCode = "404", description = "LEARNER_NOT_FOUND, RESTRICTION_NOT_FOUND")
  public void lift(
      @PathParam("learner") String learner,
      @PathParam("guardian") String guardian,
      @PathParam("restriction") UUID restriction) {
    guardians.lift(learner, guardian, restriction);
  }
}
