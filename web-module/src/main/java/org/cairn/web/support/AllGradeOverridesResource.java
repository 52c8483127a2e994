package org.cairn.web.support;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.cairn.shared.Page;
import org.cairn.support.GradeOverrideView;
import org.cairn.support.GradeOverrides;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Guardians' overrides of all learners whom the caller may see. */
@Path("grade-progression-overrides")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support")
public class AllGradeOverridesResource {

  @EJB private GradeOverrides overrides;

  @GET
  @Operation(
      operationId = "listGradeOverrides",
      summary = "Overrides of all your learners, newest first",
      description =
          "Of a guardian's children, a teacher's classes, a school, the district: with"
              + " `status=requested`, what waits for a school's decision. Roles: guardian, teacher,"
              + " school-admin, district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "A page of overrides",
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "one",
                      value = "{\"items\": [" + SupportExamples.OVERRIDE + "]}")))
  public Page<GradeOverrideView> page(
      @QueryParam("status") @Parameter(description = "`requested`, `effective` or `refused`")
          @Nullable String status,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return overrides.all(status, cursor, limit);
  }
}
