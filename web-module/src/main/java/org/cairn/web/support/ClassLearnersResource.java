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
import org.cairn.support.ClassLearnerView;
import org.cairn.support.ClassOverviews;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The learners of a class. */
@Path("classes/{classId}/learners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support")
public class ClassLearnersResource {

  @EJB private ClassOverviews classes;

  @GET
  @Operation(
      operationId = "listLearnersOfClass",
      summary = "How each learner of a class stands",
      description =
          "The journey begun last, onboarding, last sync and activity, streak, XP, what waits in the"
              + " remediation queue, and the rules by which help is needed. Roles: teacher of the"
              + " class, school-admin of its school, district-admin; everybody else finds no such"
              + " class. Audited as a list.")
  @APIResponse(
      responseCode = "200",
      description = "A page of learners",
      content =
          @Content(examples = @ExampleObject(name = "class", value = SupportExamples.LEARNERS)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public Page<ClassLearnerView> page(
      @PathParam("classId") UUID classId,
      @QueryParam("grade") @Parameter(description = "A CEDS code", example = "04")
          @Nullable String grade,
      @QueryParam("need")
          @Parameter(
              description =
                  "Only who needs help: by `WRONG_IN_A_ROW`, `NO_ACTIVITY`, `SCORES_FALLING` or"
                      + " `ANY`")
          @Nullable String need,
      @QueryParam("sort") @Parameter(description = "`name` (without any) or `needs-help`")
          @Nullable String sort,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return classes.learners(classId, grade, need, sort, cursor, limit);
  }
}
