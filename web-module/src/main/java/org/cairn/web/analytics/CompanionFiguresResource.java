package org.cairn.web.analytics;

import jakarta.ejb.EJB;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cairn.analytics.Analytics;
import org.cairn.analytics.ChoiceFigures;
import org.cairn.analytics.Figures;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How companions fare. */
@Path("analytics/companions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analytics")
public class CompanionFiguresResource {

  @EJB private Analytics analytics;

  @GET
  @Operation(
      operationId = "companionAnalytics",
      summary = "How companions fare",
      description =
          "Over the learners whom you teach, whose school you run, or all of the district, those who"
              + " left included. Journeys that began and ended in the months, the mean score of these, and the time spent. `asOf`: what was committed before is in it. A row about fewer"
              + " learners than `minimumGroup` is `suppressed` and tells nothing else. As JSON in"
              + " pages, or whole as CSV (Accept: text/csv). Roles: teacher, school-admin,"
              + " district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(ref = "#/components/schemas/CompanionFigures")))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public Figures<ChoiceFigures> page(
      @BeanParam FigureParameters figures,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return analytics.companions(figures.read(), cursor, limit);
  }

  @GET
  @Produces(FigureCsv.TYPE + ";qs=0.5")
  @Operation(hidden = true, operationId = "exportCompanionAnalytics")
  public Response csv(@BeanParam FigureParameters figures) {
    return FigureCsv.ofChoices(
        "companions",
        "companion",
        cursor -> analytics.companions(figures.read(), cursor, FigureCsv.PAGE));
  }
}
