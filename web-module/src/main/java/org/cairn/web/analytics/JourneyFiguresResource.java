package org.cairn.web.analytics;

import static org.cairn.web.analytics.FigureCsv.cells;

import jakarta.ejb.EJB;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.cairn.analytics.Analytics;
import org.cairn.analytics.Figures;
import org.cairn.analytics.MonthFigures;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How journeys fare. */
@Path("analytics/journeys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analytics")
public class JourneyFiguresResource {

  private static final List<String> HEADER =
      List.of(
          "month",
          "suppressed",
          "learners",
          "started",
          "learnCompleted",
          "experienceCompleted",
          "discoverCompleted",
          "completed",
          "completionRate",
          "medianDuration",
          "meanDuration");

  @EJB private Analytics analytics;

  @GET
  @Operation(
      operationId = "journeyAnalytics",
      summary = "How journeys fare, by the month in which they began",
      description =
          "Over the learners whom you teach, whose school you run, or all of the district, those who"
              + " left included. How many were completed since, how long that took, and after which container the others stopped. `asOf`: what was committed before is in it. A row about fewer"
              + " learners than `minimumGroup` is `suppressed` and tells nothing else. As JSON in"
              + " pages, or whole as CSV (Accept: text/csv). Roles: teacher, school-admin,"
              + " district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(ref = "#/components/schemas/JourneyFigures")))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public Figures<MonthFigures> page(
      @BeanParam FigureParameters figures,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return analytics.journeys(figures.read(), cursor, limit);
  }

  @GET
  @Produces(FigureCsv.TYPE + ";qs=0.5")
  @Operation(hidden = true, operationId = "exportJourneyAnalytics")
  public Response csv(@BeanParam FigureParameters figures) {
    return FigureCsv.of(
        "journeys",
        HEADER,
        cursor -> analytics.journeys(figures.read(), cursor, FigureCsv.PAGE),
        row ->
            cells(
                row.month(),
                row.suppressed(),
                row.learners(),
                row.started(),
                row.learnCompleted(),
                row.experienceCompleted(),
                row.discoverCompleted(),
                row.completed(),
                row.completionRate(),
                row.medianDuration(),
                row.meanDuration()));
  }
}
