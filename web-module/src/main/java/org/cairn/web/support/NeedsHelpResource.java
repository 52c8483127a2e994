package org.cairn.web.support;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.cairn.shared.Page;
import org.cairn.support.ClassOverviews;
import org.cairn.support.NeedView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who of a class needs help. */
@Path("classes/{classId}/needs-help")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support")
public class NeedsHelpResource {

  @EJB private ClassOverviews classes;

  @GET
  @Operation(
      operationId = "listNeedsOfClass",
      summary = "Who of a class needs help, and why",
      description =
          "Each row has its rule and the evidence: `WRONG_IN_A_ROW`, the latest four or more answers"
              + " to a skill are wrong; `NO_ACTIVITY` for as many school days as the district says"
              + " (3); `SCORES_FALLING`, the mean of the last three lessons is at least 15 points, or"
              + " as many as the district says, below that of the three before. A row is gone when it"
              + " no longer holds. Roles: as for the class's learners. Audited as a list.")
  @APIResponse(
      responseCode = "200",
      description = "A page of rows, by learner",
      content =
          @Content(examples = @ExampleObject(name = "two rows", value = SupportExamples.NEEDS)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public Page<NeedView> page(
      @PathParam("classId") UUID classId,
      @QueryParam("rule") @Parameter(description = "Only by this rule") @Nullable String rule,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return classes.needs(classId, rule, cursor, limit);
  }
}
